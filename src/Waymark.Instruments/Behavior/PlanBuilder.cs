using Waymark.Instruments.Expressions;

namespace Waymark.Instruments.Behavior;

/// <summary>Compiles an instrument's expressions and works out the order in which everything is computed.</summary>
internal sealed partial class PlanBuilder
{
    // Reading all of so few costs nothing worth a remark.
    private const int FewQuestions = 20;

    private readonly Instrument _instrument;
    private readonly Findings _findings;
    private readonly Plan _plan;
    private readonly Dictionary<ItemDefinition, VariableScope> _scopes = [];
    private readonly List<Computation> _all = [];
    private readonly Dictionary<ItemDefinition, Computation> _enablement = [];
    private readonly Dictionary<ItemDefinition, Computation> _calculation = [];
    private readonly int _questions;
    private VariableScope _rootScope = null!;

    private PlanBuilder(Instrument instrument, Findings findings)
    {
        _instrument = instrument;
        _findings = findings;
        _plan = new Plan(instrument.All.Count);
        _questions = instrument.All.Count(item => item.IsQuestion);
    }

    internal static Plan Build(Instrument instrument, Findings findings)
    {
        var builder = new PlanBuilder(instrument, findings);
        builder.Declare();
        builder.CompileAll();
        builder.Link();
        builder._plan.InOrder = new ComputationOrder(
            builder._all,
            builder._enablement,
            builder._calculation,
            findings
        ).Find();
        return builder._plan;
    }

    /// <summary>Makes a computation of everything first, so that expressions can refer to variables declared later.</summary>
    private void Declare()
    {
        var external = _instrument.Parts.External;
        _rootScope = new VariableScope(null, external);
        _plan.OfRoot = [.. DeclareVariables(_instrument.Parts.Variables, null, _rootScope)];
        foreach (var item in _instrument.All)
        {
            var above = item.Parent is null ? _rootScope : _scopes[item.Parent];
            if (
                item.Variables.Count == 0
                && item.EnableWhen.Count == 0
                && item.EnableWhenExpression is null
                && item.Calculated is null
            )
            {
                _scopes[item] = above;
                continue;
            }

            var scope = item.Variables.Count == 0 ? above : new VariableScope(above, external);
            _scopes[item] = scope;
            var own = DeclareVariables(item.Variables, item, scope);
            if (item.EnableWhen.Count > 0 || item.EnableWhenExpression is not null)
            {
                own.Add(
                    _enablement[item] = new Computation(ComputationKind.Enablement, item, own.Count)
                    {
                        Source = item.EnableWhenExpression,
                    }
                );
            }

            if (item.Calculated is { } calculated)
            {
                own.Add(
                    _calculation[item] = new Computation(
                        ComputationKind.Calculation,
                        item,
                        own.Count
                    )
                    {
                        Source = calculated,
                    }
                );
            }

            _plan.OfItem[item.Index] = [.. own];
            _all.AddRange(own.Skip(item.Variables.Count));
        }

        _plan.NamesAt = item => item is null ? _rootScope : _scopes[item];
    }

    private List<Computation> DeclareVariables(
        IReadOnlyList<ExpressionSource> sources,
        ItemDefinition? item,
        VariableScope scope
    )
    {
        var own = new List<Computation>();
        foreach (var source in sources)
        {
            var variable = new Computation(ComputationKind.Variable, item, own.Count)
            {
                Name = source.Name,
                Source = source,
            };
            own.Add(variable);
            _all.Add(variable);
            if (!scope.TryAdd(variable))
            {
                _findings.Refuse(
                    IssueCodes.DuplicateVariable,
                    item?.LinkId,
                    source.Path,
                    $"%{source.Name} is declared twice here. Give each its own name."
                );
            }
        }

        return own;
    }

    private void CompileAll()
    {
        // A variable's reach must be known before that of its readers. Circles among variables are found later, as for everything else.
        var done = new HashSet<Computation>();
        foreach (
            var variable in _all.Where(computation => computation.Kind == ComputationKind.Variable)
        )
        {
            CompileVariable(variable, done);
        }

        foreach (
            var computation in _all.Where(computation =>
                computation.Kind != ComputationKind.Variable
            )
        )
        {
            if (computation.Source is { } source && Parse(source, computation.Item) is { } syntax)
            {
                computation.Evaluate = Compile(
                    source,
                    syntax,
                    computation.Item,
                    computation.Readings
                );
            }
            else if (computation.Source is not null)
            {
                computation.Evaluate = static (_, _) =>
                    throw new EvaluationFaultException("the expression cannot be read");
            }

            if (computation.Kind == ComputationKind.Enablement)
            {
                ReadConditions(computation);
            }
        }

        CompileOnDemand(_plan.OfRootOnDemand, null, _instrument.Parts.Constraints, []);
        foreach (var item in _instrument.All)
        {
            CompileOnDemand(item);
        }
    }

    private void CompileVariable(Computation variable, HashSet<Computation> done)
    {
        var pending = new Stack<(Computation Variable, Syntax? Syntax, bool Ready)>();
        pending.Push((variable, null, false));
        while (pending.TryPop(out var at))
        {
            if (at.Ready)
            {
                FinishVariable(at.Variable, at.Syntax!);
                continue;
            }

            if (!done.Add(at.Variable))
            {
                continue;
            }

            if (Parse(at.Variable.Source!, at.Variable.Item) is not { } syntax)
            {
                at.Variable.Evaluate = static (_, _) =>
                    throw new EvaluationFaultException("the expression cannot be read");
                continue;
            }

            pending.Push((at.Variable, syntax, true));
            foreach (var name in VariableNames.In(syntax))
            {
                if (NamesAt(at.Variable.Item).Variable(name) is { } other && !done.Contains(other))
                {
                    pending.Push((other, null, false));
                }
            }
        }
    }

    private void FinishVariable(Computation variable, Syntax syntax)
    {
        var compiler = new Compiler(_instrument, NamesAt(variable.Item));
        variable.Evaluate = compiler.Compile(syntax);
        var problems = compiler.Problems;
        variable.Reach = new ReachAnalysis(
            _instrument,
            NamesAt(variable.Item),
            variable.Item,
            variable.Readings,
            problems
        ).AnalyseVariable(syntax);
        Report(problems, variable.Source!, variable.Item);
    }

    private VariableScope NamesAt(ItemDefinition? item) =>
        item is null ? _rootScope : _scopes[item];

    private Syntax? Parse(ExpressionSource source, ItemDefinition? item)
    {
        try
        {
            return Parser.Parse(source.Text);
        }
        catch (FhirPathSyntaxException exception)
        {
            _findings.Refuse(
                IssueCodes.ExpressionSyntax,
                item?.LinkId,
                source.Path,
                $"The expression cannot be read at character {exception.Position + 1}: {exception.Message}. It says: {Shorten(source.Text)}"
            );
            return null;
        }
    }

    private Evaluator Compile(
        ExpressionSource source,
        Syntax syntax,
        ItemDefinition? item,
        Readings readings
    )
    {
        var compiler = new Compiler(_instrument, NamesAt(item));
        var evaluate = compiler.Compile(syntax);
        new ReachAnalysis(_instrument, NamesAt(item), item, readings, compiler.Problems).Analyse(
            syntax
        );
        Report(compiler.Problems, source, item);
        if (readings.WholeForm || readings.Answers.Count >= Math.Max(_questions, FewQuestions))
        {
            _findings.Inform(
                IssueCodes.ExpressionReadsWholeForm,
                item?.LinkId,
                source.Path,
                "The expression reads the whole response and is evaluated again after every change; naming the items it needs makes it faster."
            );
        }

        return evaluate;
    }

    private void Report(
        List<(string Code, string Text)> problems,
        ExpressionSource source,
        ItemDefinition? item
    )
    {
        foreach (var (code, text) in problems.Distinct())
        {
            var whole = $"In the expression {Shorten(source.Text)}: {text}.";
            if (code == IssueCodes.ExpressionRepeatDropsEqual)
            {
                _findings.Warn(code, item?.LinkId, source.Path, whole);
            }
            else
            {
                _findings.Refuse(code, item?.LinkId, source.Path, whole);
            }
        }
    }

    private static string Shorten(string text) => text.Length <= 200 ? text : text[..200] + "…";

    private static void ReadConditions(Computation computation)
    {
        foreach (var condition in computation.Item!.EnableWhen)
        {
            if (condition.Source is { } source)
            {
                computation.Readings.Read(
                    source,
                    isNamed: true,
                    Scoping.Shared(computation.Item, source)
                );
            }
        }
    }

    /// <summary>Turns "reads" into "is read by", which is the direction in which changes travel.</summary>
    private void Link()
    {
        var dependents = new Dictionary<int, List<Dependent>>();
        foreach (var computation in _all)
        {
            foreach (var (item, reading) in computation.Readings.Answers)
            {
                if (!dependents.TryGetValue(item.Index, out var list))
                {
                    dependents[item.Index] = list = [];
                }

                list.Add(new(computation, reading.Limit));
            }

            foreach (var variable in computation.Readings.Variables)
            {
                variable.Readers.Add(computation);
            }
        }

        foreach (var (index, list) in dependents)
        {
            _plan.Dependents[index] = [.. list];
        }

        _plan.WholeFormReaders = [.. _all.Where(computation => computation.Readings.WholeForm)];
    }
}
