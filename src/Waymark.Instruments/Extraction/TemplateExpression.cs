using Waymark.Instruments.Behavior;
using Waymark.Instruments.Expressions;

namespace Waymark.Instruments;

/// <summary>An expression of a template, which starts from whatever element the template has come to.</summary>
internal sealed class TemplateExpression
{
    private readonly ExpressionSource _source;
    private readonly Evaluator _evaluate;

    private TemplateExpression(ExpressionSource source, Evaluator evaluate)
    {
        _source = source;
        _evaluate = evaluate;
    }

    /// <summary>Compiles an expression; what is wrong with it becomes a finding.</summary>
    internal static TemplateExpression? Compile(
        ExpressionSource source,
        TemplateNames names,
        Findings findings
    )
    {
        Syntax syntax;
        try
        {
            syntax = Parser.Parse(source.Text);
        }
        catch (FhirPathSyntaxException exception)
        {
            findings.Error(
                IssueCodes.ExpressionSyntax,
                names.Item?.LinkId,
                source.Path,
                $"The expression cannot be read at character {exception.Position + 1}: {exception.Message}. It says: {source.Text}"
            );
            return null;
        }

        var compiler = new Compiler(names.Instrument, names);
        var evaluate = compiler.Compile(syntax);
        foreach (var (code, text) in compiler.Problems.Distinct())
        {
            findings.Error(
                code,
                names.Item?.LinkId,
                source.Path,
                $"In the expression {source.Text}: {text}."
            );
        }

        return new TemplateExpression(source, evaluate);
    }

    /// <summary>The elements it gives from a focus; an issue, and none, when it fails.</summary>
    internal Node[] Evaluate(ExtractionScope scope, Node[] focus)
    {
        scope.Frame.Scope = scope.Item;
        try
        {
            return _evaluate(scope.Frame, focus);
        }
        catch (EvaluationFaultException fault)
        {
            scope.Report(
                IssueCodes.ExpressionFailed,
                _source.Path,
                $"{fault.Message}. The expression says: {_source.Text}"
            );
        }
        catch (BudgetExceededException budget)
        {
            scope.Report(
                IssueCodes.BudgetExceeded,
                _source.Path,
                $"{budget.Message} The expression says: {_source.Text}"
            );
        }

        return Node.Nothing;
    }
}

/// <summary>The names an extraction expression may use at one item: those of the instrument there, and the ids allocated for it.</summary>
internal sealed class TemplateNames(
    Instrument instrument,
    ItemDefinition? item,
    IReadOnlySet<string> allocated
) : INames
{
    private readonly INames _around = instrument.Plan.NamesAt(item);

    internal Instrument Instrument { get; } = instrument;

    internal ItemDefinition? Item { get; } = item;

    internal IReadOnlySet<string> Allocated { get; } = allocated;

    public Computation? Variable(string name) =>
        Allocated.Contains(name) ? null : _around.Variable(name);

    public bool IsExternal(string name) => Allocated.Contains(name) || _around.IsExternal(name);
}
