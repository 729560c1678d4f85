using Waymark.Instruments.Expressions;

namespace Waymark.Instruments.Behavior;

internal enum ComputationKind
{
    /// <summary>Whether an item is enabled.</summary>
    Enablement,

    /// <summary>The value of an item.</summary>
    Calculation,

    /// <summary>The value of a variable.</summary>
    Variable,
}

/// <summary>Something that follows from answers, once for each occurrence of the item it belongs to.</summary>
internal sealed class Computation(ComputationKind kind, ItemDefinition? item, int localIndex)
{
    internal ComputationKind Kind => kind;

    /// <summary>The item it belongs to; <see langword="null"/> for the response itself.</summary>
    internal ItemDefinition? Item => item;

    /// <summary>Its place among the computations of its item.</summary>
    internal int LocalIndex => localIndex;

    internal string? Name { get; init; }

    internal ExpressionSource? Source { get; init; }

    internal Evaluator? Evaluate { get; set; }

    /// <summary>For a variable, which parts of the response it may give.</summary>
    internal Reach Reach { get; set; } = Reach.None;

    internal Readings Readings { get; } = new();

    /// <summary>Its place in the order in which everything is computed: after all that it reads.</summary>
    internal int Rank { get; set; }

    /// <summary>For a variable, the computations that read it.</summary>
    internal List<Computation> Readers { get; } = [];

    public override string ToString() =>
        kind switch
        {
            ComputationKind.Enablement => $"whether \"{item!.LinkId}\" is enabled",
            ComputationKind.Calculation => $"the value of \"{item!.LinkId}\"",
            ComputationKind.Variable => $"%{Name}",
            _ => throw new InvalidOperationException(),
        };
}

/// <summary>A computation that reads an item's answers.</summary>
/// <param name="Reader">Who reads.</param>
/// <param name="Limit">The repeating item within whose own occurrence it reads; <see langword="null"/> for all occurrences.</param>
internal readonly record struct Dependent(Computation Reader, ItemDefinition? Limit);

/// <summary>An expression that nothing else follows from, evaluated when it is asked for.</summary>
internal sealed record OnDemand(ExpressionSource Source, Evaluator Evaluate);

/// <summary>The expressions of one item that are evaluated on demand.</summary>
internal sealed class OnDemandExpressions
{
    internal OnDemand? Text { get; set; }

    internal OnDemand? Required { get; set; }

    internal OnDemand? ReadOnly { get; set; }

    internal OnDemand? Initial { get; set; }

    internal OnDemand? Options { get; set; }

    internal OnDemand? Population { get; set; }

    internal List<(ToggleSource Toggle, OnDemand Expression)> Toggles { get; } = [];

    internal List<(ConstraintSource Constraint, OnDemand Expression)> Constraints { get; } = [];
}

/// <summary>What follows from what in one instrument: worked out at load, shared by all forms.</summary>
internal sealed class Plan
{
    private static readonly OnDemandExpressions NoneOnDemand = new();

    internal Plan(int items)
    {
        OfItem = new Computation[items][];
        Dependents = new Dependent[items][];
        OnDemand = new OnDemandExpressions?[items];
        Array.Fill(OfItem, []);
        Array.Fill(Dependents, []);
    }

    /// <summary>All computations, in the order of their ranks.</summary>
    internal Computation[] InOrder { get; set; } = [];

    internal Computation[] OfRoot { get; set; } = [];

    /// <summary>By <see cref="ItemDefinition.Index"/>.</summary>
    internal Computation[][] OfItem { get; }

    /// <summary>By <see cref="ItemDefinition.Index"/>: who reads its answers.</summary>
    internal Dependent[][] Dependents { get; }

    /// <summary>Who reads the whole form.</summary>
    internal Computation[] WholeFormReaders { get; set; } = [];

    internal OnDemandExpressions?[] OnDemand { get; }

    internal OnDemandExpressions OfRootOnDemand { get; } = new();

    internal OnDemandExpressions For(ItemDefinition item) => OnDemand[item.Index] ?? NoneOnDemand;

    /// <summary>By item, variables visible there; used when further expressions are compiled.</summary>
    internal Func<ItemDefinition?, INames> NamesAt { get; set; } = null!;
}
