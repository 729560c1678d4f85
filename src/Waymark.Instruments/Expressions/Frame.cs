using Waymark.Instruments.Behavior;

namespace Waymark.Instruments.Expressions;

/// <summary>What one evaluation can see, and how many steps it has left.</summary>
internal sealed class Frame
{
    internal required ResponseTree Tree { get; init; }

    internal required EvaluationContext Context { get; init; }

    /// <summary>The item the expression stands on; the response itself for the instrument's own.</summary>
    internal ItemInstance Scope { get; set; } = null!;

    internal int Index { get; set; }

    /// <summary>Names known to this evaluation alone, such as ids allocated for an extraction; they come before what the application handed in.</summary>
    internal IReadOnlyDictionary<string, Node[]>? Extra { get; set; }

    internal Node[] Total { get; set; } = Node.Nothing;

    internal long Steps { get; set; }

    /// <summary>What evaluation found worth saying, such as a missing weight; collected by whoever evaluates.</summary>
    internal List<(string Code, string Text)> Remarks { get; } = [];

    /// <exception cref="BudgetExceededException">The budget is used up.</exception>
    internal void Spend(int steps)
    {
        if ((Steps -= steps) < 0)
        {
            throw new BudgetExceededException();
        }
    }
}

/// <summary>An expression has no value on these answers, by the rules of FHIRPath.</summary>
internal sealed class EvaluationFaultException(string message) : Exception(message);

/// <summary>An evaluation took more steps than it may.</summary>
internal sealed class BudgetExceededException()
    : Exception("The evaluation took more steps than it may.");
