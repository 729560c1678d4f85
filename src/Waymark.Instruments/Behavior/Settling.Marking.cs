namespace Waymark.Instruments.Behavior;

internal sealed partial class Settling
{
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

        // Conditions from outside follow the nearest occurrence, which may be this one from now on, answered or not.
        MarkDependents(instance);
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

    /// <summary>Puts answers in place of the present ones, and marks what reads them.</summary>
    internal void SetAnswers(ItemInstance instance, IReadOnlyList<AnswerValue> values)
    {
        var before = (instance.Enabled, Form.ValuesOf(instance));
        if (AnswerLists.Replace(tree, this, instance, values))
        {
            _before.TryAdd(instance, before);
            MarkDependents(instance);
        }
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

        foreach (var instance in instances)
        {
            if (dependent.Limit is null || instance.SharesScope(source, dependent.Limit))
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
}
