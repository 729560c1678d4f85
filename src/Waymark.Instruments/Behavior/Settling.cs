using Waymark.Instruments.Expressions;

namespace Waymark.Instruments.Behavior;

/// <summary>
/// Brings everything that follows from answers up to date: what a change touches is marked, and marked computations run in the order of
/// their ranks, each after all that it reads.
/// </summary>
internal sealed partial class Settling(ResponseTree tree)
{
    // Enough for chains that look over many items to come to rest; more runs of one computation mean that it never will.
    private const int MostRuns = 12;

    private readonly PriorityQueue<(Computation Computation, ItemInstance Instance), int> _queue =
        new();
    private readonly Dictionary<(Computation, ItemInstance), int> _runs = [];
    private readonly Dictionary<
        (Computation, ItemInstance),
        List<(string Code, string Text)>
    > _issues = [];
    private readonly Dictionary<
        ItemInstance,
        (bool Enabled, IReadOnlyList<AnswerValue> Values)
    > _before = [];
    private readonly Frame _frame = new() { Tree = tree, Context = tree.Context };
    private Plan Plan => tree.Instrument.Plan;

    /// <summary>What went wrong while computing, as things stand now.</summary>
    internal IEnumerable<InstrumentIssue> Issues =>
        _issues
            .OrderBy(pair => pair.Key.Item1.Rank)
            .ThenBy(pair => pair.Key.Item2.IsRoot ? 0 : tree.PlaceOf(pair.Key.Item2))
            .SelectMany(pair =>
                pair.Value.Select(found => ToIssue(pair.Key.Item1, pair.Key.Item2, found))
            );

    /// <summary>How many computations have run so far: what a change costs, whatever the machine.</summary>
    internal long Work { get; private set; }

    /// <summary>What evaluates, with the steps that are left.</summary>
    internal Frame Current => _frame;

    /// <summary>Gives the coming computations their budget of steps.</summary>
    internal Frame Begin()
    {
        _frame.Steps = tree.Context.StepBudget;
        _frame.Remarks.Clear();
        return _frame;
    }

    /// <summary>Runs everything marked.</summary>
    internal void Run()
    {
        if (_queue.Count == 0)
        {
            return;
        }

        _runs.Clear();
        while (_queue.TryDequeue(out var next, out _))
        {
            next.Instance.Pending[next.Computation.LocalIndex] = false;
            if (!next.Instance.IsGone && MayRun(next.Computation, next.Instance))
            {
                Run(next.Computation, next.Instance);
            }
        }
    }

    /// <summary>Runs everything marked.</summary>
    /// <returns>The occurrences whose answers or enablement changed since the last time, in no order.</returns>
    internal IReadOnlyCollection<ItemInstance> Settle()
    {
        Run();
        if (_before.Count == 0)
        {
            return [];
        }

        // What changed and changed back while settling, as within a group that comes and an item in it that goes, did not change.
        var changed = _before
            .Where(pair => IsDifferent(pair.Key, pair.Value))
            .Select(pair => pair.Key)
            .ToArray();
        _before.Clear();
        return changed;
    }

    private static bool IsDifferent(
        ItemInstance instance,
        (bool Enabled, IReadOnlyList<AnswerValue> Values) before
    ) =>
        instance.Enabled != before.Enabled || !Form.ValuesOf(instance).SequenceEqual(before.Values);

    private bool MayRun(Computation computation, ItemInstance instance)
    {
        // Only where ranks could not be kept can anything run twice.
        var runs = _runs.GetValueOrDefault((computation, instance)) + 1;
        _runs[(computation, instance)] = runs;
        if (runs <= MostRuns)
        {
            return true;
        }

        Report(
            computation,
            instance,
            IssueCodes.DidNotSettle,
            "Calculations that feed one another did not come to rest; the values shown are not final."
        );
        return false;
    }

    private void Run(Computation computation, ItemInstance instance)
    {
        Work++;
        if (_issues.Count > 0)
        {
            _issues.Remove((computation, instance));
        }

        switch (computation.Kind)
        {
            case ComputationKind.Enablement:
                var own =
                    Conditions.Hold(computation, instance, tree)
                    && (computation.Evaluate is null || IsTrue(computation, instance));
                if (own != instance.OwnEnabled)
                {
                    instance.OwnEnabled = own;
                    Spread(instance);
                }

                break;
            case ComputationKind.Calculation:
                Calculate(computation, instance);
                break;
            case ComputationKind.Variable:
                var before = instance.Variables[computation.LocalIndex];
                var value = Evaluate(computation, instance) ?? Node.Nothing;
                instance.Variables[computation.LocalIndex] = value;
                if (before is null || !SameNodes(before, value))
                {
                    MarkVariableReaders(computation, instance);
                }

                break;
            default:
                throw new InvalidOperationException("Unknown computation");
        }
    }

    private static bool SameNodes(Node[] one, Node[] other)
    {
        if (one.Length != other.Length)
        {
            return false;
        }

        for (var i = 0; i < one.Length; i++)
        {
            var same =
                ReferenceEquals(one[i], other[i])
                || (
                    one[i] is Atom a
                    && other[i] is Atom b
                    && a.TypeName == b.TypeName
                    && a.Value.Equals(b.Value)
                );
            if (!same)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Carries a change of enablement down to everything within.</summary>
    private void Spread(ItemInstance instance)
    {
        var enabled = instance.OwnEnabled && instance.Owner!.Instance.Enabled;
        if (enabled == instance.Enabled)
        {
            return;
        }

        _before.TryAdd(instance, (instance.Enabled, Form.ValuesOf(instance)));
        instance.Enabled = enabled;
        if (instance.HasAnswer)
        {
            MarkDependents(instance);
        }

        Spread(instance.Children);
        foreach (var answer in instance.Answers)
        {
            Spread(answer.Children);
        }
    }

    private void Spread(List<ItemInstance>[] children)
    {
        foreach (var list in children)
        {
            list.ForEach(Spread);
        }
    }

    private bool IsTrue(Computation computation, ItemInstance instance) =>
        Evaluate(computation, instance) is [{ Value: var value }]
        && value is null or true or not bool;

    private void Calculate(Computation computation, ItemInstance instance)
    {
        if (instance.ByPerson)
        {
            return;
        }

        var nodes = Evaluate(computation, instance);
        var (values, issue) = CalculatedValues.Convert(instance.Definition, nodes ?? Node.Nothing);
        if (issue is { } found)
        {
            Report(computation, instance, found.Code, found.Text);
        }

        SetAnswers(instance, values);
    }

    /// <summary>The value of a computation's expression; <see langword="null"/> where it fails, which is reported.</summary>
    private Node[]? Evaluate(Computation computation, ItemInstance instance)
    {
        _frame.Scope = instance;
        _frame.Remarks.Clear();
        try
        {
            var result = computation.Evaluate!(_frame, instance.Self);
            foreach (var (code, text) in _frame.Remarks)
            {
                Report(computation, instance, code, text);
            }

            return result;
        }
        catch (EvaluationFaultException fault)
        {
            Report(
                computation,
                instance,
                IssueCodes.ExpressionFailed,
                $"The expression gives nothing on these answers: {fault.Message}. It says: {computation.Source!.Text}"
            );
        }
        catch (BudgetExceededException)
        {
            Report(
                computation,
                instance,
                IssueCodes.BudgetExceeded,
                $"The expression takes more steps than it may, and gives nothing. It says: {computation.Source!.Text}"
            );
        }

        return null;
    }

    private void Report(Computation computation, ItemInstance instance, string code, string text)
    {
        if (!_issues.TryGetValue((computation, instance), out var issues))
        {
            _issues[(computation, instance)] = issues = [];
        }

        if (!issues.Contains((code, text)))
        {
            issues.Add((code, text));
        }
    }

    private static InstrumentIssue ToIssue(
        Computation computation,
        ItemInstance instance,
        (string Code, string Text) found
    ) =>
        new(
            found.Code,
            IssueSeverity.Warning,
            computation.Item?.LinkId,
            instance.IsRoot ? null : Paths.Of(instance).ToString(),
            found.Text
        );

    /// <summary>Drops what was reported about occurrences that are gone.</summary>
    internal void ForgetIssues(Func<ItemInstance, bool> isGone)
    {
        foreach (var key in _issues.Keys.Where(key => isGone(key.Item2)).ToArray())
        {
            _issues.Remove(key);
        }
    }
}
