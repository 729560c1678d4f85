using Waymark.Instruments.Behavior;
using Waymark.Instruments.Expressions;

namespace Waymark.Instruments;

/// <summary>An expression compiled once for an instrument, to be evaluated on any of its forms. Immutable and safe to use from many threads.</summary>
public sealed class CompiledExpression
{
    private readonly Evaluator _evaluate;
    private readonly ItemDefinition? _scope;

    private CompiledExpression(
        Instrument instrument,
        string text,
        ItemDefinition? scope,
        Evaluator evaluate,
        Readings readings
    )
    {
        Instrument = instrument;
        Text = text;
        _scope = scope;
        _evaluate = evaluate;
        ReadsWholeForm = readings.WholeForm;
        DependsOn =
        [
            .. readings.Answers.Keys.OrderBy(item => item.Index).Select(item => item.LinkId),
        ];
        Names =
        [
            .. readings
                .Answers.Where(pair => pair.Value.IsNamed)
                .Select(pair => pair.Key)
                .OrderBy(item => item.Index)
                .Select(item => item.LinkId),
        ];
    }

    /// <summary>The instrument it reads.</summary>
    public Instrument Instrument { get; }

    /// <summary>The FHIRPath.</summary>
    public string Text { get; }

    /// <summary>The linkIds of all items whose answers it can read, in document order, those read through variables included.</summary>
    public IReadOnlyList<string> DependsOn { get; }

    /// <summary>Of these, the items that it asks for by name: the answers a result rests on.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Whether it reads the response as a whole.</summary>
    public bool ReadsWholeForm { get; }

    /// <summary>Parses, checks and compiles an expression.</summary>
    /// <param name="text">FHIRPath; need not be trusted.</param>
    /// <param name="instrument">The instrument whose items it may name.</param>
    /// <param name="scope">The linkId of the item it stands on (its <c>%context</c>); <see langword="null"/> for the response itself.</param>
    public static LoadResult<CompiledExpression> Compile(
        string text,
        Instrument instrument,
        string? scope = null
    )
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(instrument);
        var item = scope is null
            ? null
            : instrument.Find(scope)
                ?? throw new ArgumentException(
                    $"The instrument has no item \"{scope}\".",
                    nameof(scope)
                );
        var issues = new List<InstrumentIssue>();
        try
        {
            var syntax = Parser.Parse(text);
            var names = instrument.Plan.NamesAt(item);
            var compiler = new Compiler(instrument, names);
            var readings = new Readings();
            var evaluate = compiler.Compile(syntax);
            new ReachAnalysis(instrument, names, item, readings, compiler.Problems).Analyse(syntax);
            AddVariables(readings, []);
            issues.AddRange(
                compiler
                    .Problems.Distinct()
                    .Select(problem => new InstrumentIssue(
                        problem.Code,
                        problem.Code == IssueCodes.ExpressionRepeatDropsEqual
                            ? IssueSeverity.Warning
                            : IssueSeverity.Error,
                        scope,
                        null,
                        $"In the expression {text}: {problem.Text}."
                    ))
            );
            var isUsable = issues.TrueForAll(issue => issue.Severity != IssueSeverity.Error);
            return new(
                isUsable
                    ? new CompiledExpression(instrument, text, item, evaluate, readings)
                    : null,
                issues
            );
        }
        catch (FhirPathSyntaxException exception)
        {
            issues.Add(
                new(
                    IssueCodes.ExpressionSyntax,
                    IssueSeverity.Error,
                    scope,
                    null,
                    $"The expression cannot be read at character {exception.Position + 1}: {exception.Message}. It says: {text}"
                )
            );
            return new(null, issues);
        }
    }

    /// <summary>Evaluates on a form, within its budget; changes nothing.</summary>
    /// <param name="form">A form of the same instrument.</param>
    /// <param name="at">Which occurrence of the item it stands on; the first when left out.</param>
    public ExpressionResult Evaluate(Form form, ItemPath? at = null)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (!ReferenceEquals(form.Instrument, Instrument))
        {
            throw new ArgumentException("The form belongs to another instrument.", nameof(form));
        }

        var instance = _scope is null
            ? form.Tree.Root
            : Paths.Find(form.Tree, at ?? _scope.LinkId)
                ?? throw new ArgumentException("There is no such occurrence.", nameof(at));
        var frame = form.Settling.Begin();
        var code = OnDemandEvaluation.TryEvaluate(
            frame,
            _evaluate,
            instance,
            out var nodes,
            out var why
        );
        if (code is not null)
        {
            return new(
                [],
                null,
                new(
                    code,
                    IssueSeverity.Warning,
                    _scope?.LinkId,
                    at?.ToString(),
                    $"The expression gives nothing on these answers: {why} It says: {Text}"
                )
            );
        }

        bool? truth =
            nodes.Length == 1 ? nodes[0].Value as bool? ?? true
            : nodes.Length == 0 ? null
            : true;
        return new([.. nodes.Select(AnswerNodes.ToAnswer).OfType<AnswerValue>()], truth, null);
    }

    // A variable reads on the expression's behalf, and so do the variables it reads.
    private static void AddVariables(Readings readings, HashSet<Computation> seen)
    {
        foreach (var variable in readings.Variables.ToArray())
        {
            if (seen.Add(variable))
            {
                readings.Add(variable.Readings);
                AddVariables(readings, seen);
            }
        }
    }
}

/// <summary>What an expression gave.</summary>
/// <param name="Values">The values that can be answers; parts of the response itself are left out.</param>
/// <param name="Truth">The result as a condition: <see langword="null"/> where it gave nothing.</param>
/// <param name="Issue">Why it gave nothing, when it failed or ran out of steps.</param>
public sealed record ExpressionResult(
    IReadOnlyList<AnswerValue> Values,
    bool? Truth,
    InstrumentIssue? Issue
);
