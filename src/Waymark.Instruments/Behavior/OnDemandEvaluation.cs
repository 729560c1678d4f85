using Waymark.Instruments.Expressions;

namespace Waymark.Instruments.Behavior;

/// <summary>Evaluates expressions that nothing else follows from.</summary>
internal static class OnDemandEvaluation
{
    /// <summary>The value; nothing, and an issue, where there is none.</summary>
    internal static Node[] Evaluate(
        Frame frame,
        OnDemand expression,
        ItemInstance instance,
        out InstrumentIssue? issue
    )
    {
        var code = TryEvaluate(frame, expression.Evaluate, instance, out var nodes, out var why);
        issue = code is null
            ? null
            : new(
                code,
                IssueSeverity.Warning,
                instance.IsRoot ? null : instance.Definition.LinkId,
                instance.IsRoot ? null : Paths.Of(instance).ToString(),
                $"The expression gives nothing on these answers: {why} It says: {expression.Source.Text}"
            );
        return nodes;
    }

    /// <returns>The code of what went wrong, or <see langword="null"/>.</returns>
    internal static string? TryEvaluate(
        Frame frame,
        Evaluator evaluate,
        ItemInstance instance,
        out Node[] nodes,
        out string? why
    )
    {
        var before = frame.Scope;
        frame.Scope = instance;
        frame.Remarks.Clear();
        nodes = Node.Nothing;
        why = null;
        try
        {
            nodes = evaluate(frame, instance.Self);
            return null;
        }
        catch (EvaluationFaultException fault)
        {
            why = fault.Message + ".";
            return IssueCodes.ExpressionFailed;
        }
        catch (BudgetExceededException budget)
        {
            why = budget.Message;
            return IssueCodes.BudgetExceeded;
        }
        finally
        {
            frame.Scope = before;
        }
    }
}
