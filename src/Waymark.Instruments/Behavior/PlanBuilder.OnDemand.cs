using Waymark.Instruments.Expressions;

namespace Waymark.Instruments.Behavior;

internal sealed partial class PlanBuilder
{
    private void CompileOnDemand(ItemDefinition item)
    {
        if (
            item.TextExpression is null
            && item.RequiredExpression is null
            && item.ReadOnlyExpression is null
            && item.InitialExpression is null
            && item.AnswerExpression is null
            && item.PopulationContext is null
            && item.Toggles.Count == 0
            && item.Constraints.Count == 0
        )
        {
            return;
        }

        var expressions = new OnDemandExpressions
        {
            Text = CompileOnDemand(item.TextExpression, item),
            Required = CompileOnDemand(item.RequiredExpression, item),
            ReadOnly = CompileOnDemand(item.ReadOnlyExpression, item),
            Initial = CompileOnDemand(item.InitialExpression, item),
            Options = CompileOnDemand(item.AnswerExpression, item),
            Population = CompileOnDemand(item.PopulationContext, item),
        };
        CompileOnDemand(expressions, item, item.Constraints, item.Toggles);
        _plan.OnDemand[item.Index] = expressions;
    }

    private void CompileOnDemand(
        OnDemandExpressions expressions,
        ItemDefinition? item,
        IReadOnlyList<ConstraintSource> constraints,
        IReadOnlyList<ToggleSource> toggles
    )
    {
        foreach (var constraint in constraints)
        {
            if (CompileOnDemand(constraint.Expression, item) is { } compiled)
            {
                expressions.Constraints.Add((constraint, compiled));
            }
        }

        foreach (var toggle in toggles)
        {
            if (CompileOnDemand(toggle.Expression, item) is { } compiled)
            {
                expressions.Toggles.Add((toggle, compiled));
            }
        }
    }

    private OnDemand? CompileOnDemand(ExpressionSource? source, ItemDefinition? item)
    {
        if (source is null || Parse(source, item) is not { } syntax)
        {
            return null;
        }

        var compiler = new Compiler(_instrument, NamesAt(item));
        var evaluate = compiler.Compile(syntax);
        new ReachAnalysis(
            _instrument,
            NamesAt(item),
            item,
            new Readings(),
            compiler.Problems
        ).Analyse(syntax);
        Report(compiler.Problems, source, item);
        return new OnDemand(source, evaluate);
    }
}
