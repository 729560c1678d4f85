namespace Waymark.Instruments.Behavior;

/// <summary>Between occurrences and their written paths.</summary>
internal static class Paths
{
    /// <summary>The path of an occurrence. Only repeating items appear, and a lone instance of a repeating group appears with its number.</summary>
    internal static ItemPath Of(ItemInstance instance)
    {
        List<PathStep>? within = null;
        for (
            var container = instance.Owner;
            container is not null;
            container = container.Instance.Owner
        )
        {
            var above = container.Instance;
            if (above.IsRoot || !above.Definition.Repeats)
            {
                continue;
            }

            var occurrence = container is AnswerSlot slot
                ? above.Answers.IndexOf(slot)
                : above.Occurrence;
            (within ??= []).Insert(0, new PathStep(above.Definition.LinkId, occurrence));
        }

        return new ItemPath(
            instance.Definition.LinkId,
            within,
            instance.Definition is { Repeats: true, Type: ItemType.Group }
                ? instance.Occurrence
                : null
        );
    }

    /// <summary>The occurrence at a path; <see langword="null"/> when there is none. Steps that are left out mean the first occurrence.</summary>
    internal static ItemInstance? Find(ResponseTree tree, ItemPath path)
    {
        if (tree.Instrument.Find(path.LinkId) is not { } definition)
        {
            return null;
        }

        var instances = tree.InstancesOf(definition);
        if (instances.Count == 1 && path.Within.Count == 0 && path.Occurrence is null or 0)
        {
            return instances[0];
        }

        var owner = Owner(tree, definition, path);
        return owner is null ? null : At(owner, definition, path.Occurrence ?? 0);
    }

    /// <summary>What holds the items at a path; <see langword="null"/> when a step names an occurrence that is not there.</summary>
    internal static Container? Owner(ResponseTree tree, ItemDefinition definition, ItemPath path)
    {
        var chain = new Stack<ItemDefinition>();
        for (var above = definition.Parent; above is not null; above = above.Parent)
        {
            chain.Push(above);
        }

        Container container = tree.Root;
        var used = 0;
        foreach (var above in chain)
        {
            var occurrence = 0;
            foreach (var step in path.Within)
            {
                if (step.LinkId == above.LinkId)
                {
                    occurrence = step.Occurrence;
                    used++;
                }
            }

            if (
                At(container, above, above.Type == ItemType.Group ? occurrence : 0)
                is not { } instance
            )
            {
                return null;
            }

            if (!above.IsQuestion)
            {
                container = instance;
            }
            else if (occurrence < instance.Answers.Count)
            {
                container = instance.Answers[occurrence];
            }
            else
            {
                return null;
            }
        }

        return used == path.Within.Count ? container : null;
    }

    internal static ItemInstance? At(Container owner, ItemDefinition definition, int occurrence)
    {
        var list = owner.Children[definition.ChildIndex];
        return occurrence >= 0 && occurrence < list.Count ? list[occurrence] : null;
    }

    internal static bool IsWithin(ItemInstance instance, ItemInstance around)
    {
        for (var at = instance; at is not null; at = at.Owner?.Instance)
        {
            if (ReferenceEquals(at, around))
            {
                return true;
            }
        }

        return false;
    }
}
