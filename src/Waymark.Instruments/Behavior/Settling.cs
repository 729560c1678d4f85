using Waymark.Instruments.Expressions;

namespace Waymark.Instruments.Behavior;

/// <summary>
/// Brings everything that follows from answers up to date: what a change touches is marked, and marked computations run in the order of
/// their ranks, each after all that it reads.
/// </summary>
internal sealed class Settling(ResponseTree tree)
{
    // Enough for chains that look over many items to come to rest; more runs of one computation mean that it never will.
    private const int MostRuns = 12;

    private readonly PriorityQueue<(Computation Computation, ItemInstance Instance), int> _queue =
        new();
    private readonly Dictionary<(Computation, ItemInstance), int> _runs = [];
    private readonly Dictionary<(Computation, ItemInstance), List<InstrumentIssue>> _issues = [];
    private readonly HashSet<ItemInstance> _changed = [];
    private readonly Frame _frame = new() { Tree = tree, Context = tree.Context };
    private Plan Plan => tree.Instrument.Plan;

    /// <summary>What went wrong while computing, as things stand now.</summary>
    internal IEnumerable<InstrumentIssue> Issues =>
        _issues
            .OrderBy(pair => pair.Key.Item1.Rank)
            .ThenBy(pair => Paths.Of(pair.Key.Item2).ToString(), StringComparer.Ordinal)
            .SelectMany(pair => pair.Value);

    /// <summary>What evaluates, with the steps that are left.</summary>
    internal Frame Current => _frame;

    /// <summary>Gives the coming computations their budget of steps.</summary>
    internal Frame Begin()
    {
        _frame.Steps = tree.Context.StepBudget;
        _frame.Remarks.Clear();
        return _frame;
    }

    internal void MarkEverything()
    {
        foreach (var computation in Plan.InOrder)
        {
            if (computation.Item is null)
            {
                Mark(computation, tree.Root);
                continue;
            }

            foreach (var instance in tree.InstancesOf(computation.Item))
            {
                Mark(computation, instance);
            }
        }
    }

    /// <summary>Marks the computations of a new occurrence and of everything in it.</summary>
    internal void MarkNew(ItemInstance instance)
    {
        foreach (var computation in Plan.OfItem[instance.Definition.Index])
        {
            Mark(computation, instance);
        }

        MarkNew(instance.Children);
        foreach (var answer in instance.Answers)
        {
            MarkNew(answer.Children);
        }
    }

    internal void MarkNew(List<ItemInstance>[] children)
    {
        foreach (var list in children)
        {
            list.ForEach(MarkNew);
        }
    }

    /// <summary>Marks what reads the answers of an occurrence, and notes that it changed.</summary>
    internal void Changed(ItemInstance instance)
    {
        _changed.Add(instance);
        MarkDependents(instance);
    }

    internal void MarkDependents(ItemInstance instance)
    {
        foreach (var dependent in Plan.Dependents[instance.Definition.Index])
        {
            MarkDependent(dependent, instance);
        }

        foreach (var reader in Plan.WholeFormReaders)
        {
            MarkDependent(new(reader, null), instance);
        }
    }

    private void MarkDependent(Dependent dependent, ItemInstance source)
    {
        if (dependent.Reader.Item is not { } item)
        {
            Mark(dependent.Reader, tree.Root);
            return;
        }

        var instances = tree.InstancesOf(item);
        if (instances.Count == 1)
        {
            Mark(dependent.Reader, instances[0]);
            return;
        }

        var within = dependent.Limit is null ? null : source.Enclosing(dependent.Limit);
        foreach (var instance in instances)
        {
            if (within is null || ReferenceEquals(instance.Enclosing(dependent.Limit!), within))
            {
                Mark(dependent.Reader, instance);
            }
        }
    }

    private void MarkVariableReaders(Computation variable, ItemInstance owner)
    {
        foreach (var reader in variable.Readers)
        {
            if (reader.Item is null)
            {
                Mark(reader, tree.Root);
                continue;
            }

            foreach (var instance in tree.InstancesOf(reader.Item))
            {
                if (owner.IsRoot || ReferenceEquals(instance.Enclosing(owner.Definition), owner))
                {
                    Mark(reader, instance);
                }
            }
        }
    }

    /// <summary>Marks an item's own calculation, if it has one.</summary>
    internal void MarkCalculation(ItemInstance instance)
    {
        foreach (var computation in Plan.OfItem[instance.Definition.Index])
        {
            if (computation.Kind == ComputationKind.Calculation)
            {
                Mark(computation, instance);
            }
        }
    }

    private void Mark(Computation computation, ItemInstance instance)
    {
        if (!instance.Pending[computation.LocalIndex])
        {
            instance.Pending[computation.LocalIndex] = true;
            _queue.Enqueue((computation, instance), computation.Rank);
        }
    }

    /// <summary>Runs everything marked.</summary>
    /// <returns>The occurrences whose answers or enablement changed since the last time, in no order.</returns>
    internal IReadOnlyCollection<ItemInstance> Settle()
    {
        if (_queue.Count > 0)
        {
            _runs.Clear();
            while (_queue.TryDequeue(out var next, out _))
            {
                next.Instance.Pending[next.Computation.LocalIndex] = false;
                if (MayRun(next.Computation, next.Instance))
                {
                    Run(next.Computation, next.Instance);
                }
            }
        }

        if (_changed.Count == 0)
        {
            return [];
        }

        var changed = _changed.ToArray();
        _changed.Clear();
        return changed;
    }

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

        instance.Enabled = enabled;
        _changed.Add(instance);
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

        if (AnswerLists.Replace(tree, this, instance, values))
        {
            Changed(instance);
        }
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

        var issue = new InstrumentIssue(
            code,
            IssueSeverity.Warning,
            computation.Item?.LinkId,
            instance.IsRoot ? null : Paths.Of(instance).ToString(),
            text
        );
        if (!issues.Contains(issue))
        {
            issues.Add(issue);
        }
    }

    /// <summary>Drops what was reported about occurrences that are gone.</summary>
    internal void ForgetIssues(Func<ItemInstance, bool> isGone)
    {
        foreach (var key in _issues.Keys.Where(key => isGone(key.Item2)).ToArray())
        {
            _issues.Remove(key);
        }
    }
}
