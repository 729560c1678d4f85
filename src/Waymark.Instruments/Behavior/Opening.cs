namespace Waymark.Instruments.Behavior;

/// <summary>What happens once, when a form is opened.</summary>
internal sealed class Opening(ResponseTree tree, Settling settling, List<InstrumentIssue> issues)
{
    /// <summary>Applies given answers, then fixed initial values, then initial expressions, each only where there is no answer yet.</summary>
    internal void Begin(IReadOnlyList<GivenAnswer> given)
    {
        AddMinimum(tree.Root);
        tree.Reindex();
        foreach (var answer in given)
        {
            Give(answer);
        }

        var population = new Population(tree, settling, issues, Append);
        population.Prepare();
        foreach (var item in tree.Instrument.All)
        {
            var initial = InitialOf(item);
            if (initial.Count == 0)
            {
                continue;
            }

            foreach (var instance in tree.InstancesOf(item).ToArray())
            {
                SetIfEmpty(instance, initial);
            }
        }

        settling.MarkEverything();
        settling.Settle();

        // One initial expression may read what another gave: a second round picks up what the first could not know.
        for (var round = 0; round < 2 && EvaluateInitial(population); round++)
        {
            settling.Settle();
        }
    }

    /// <summary>
    /// Tells apart, in a response that does not say, what a person entered and what was calculated: a value that the calculation does not
    /// give must have been entered, unless no person could have.
    /// </summary>
    internal void Recognise(
        IReadOnlyList<(ItemInstance Instance, IReadOnlyList<AnswerValue> Values)> unmarked
    )
    {
        var entered = false;
        foreach (var (instance, values) in unmarked)
        {
            if (
                !instance.Definition.ReadOnly
                && !Form.ValuesOf(instance).SequenceEqual(values)
                && values.Count > 0
            )
            {
                instance.ByPerson = true;
                settling.SetAnswers(instance, values);
                entered = true;
            }
        }

        if (entered)
        {
            settling.Settle();
        }
    }

    private static IReadOnlyList<AnswerValue> InitialOf(ItemDefinition item)
    {
        if (item.Initial.Count > 0)
        {
            return item.Initial;
        }

        return item.Options.Count == 0
            ? []
            :
            [
                .. item
                    .Options.Where(option => option.InitialSelected)
                    .Select(option => option.Value),
            ];
    }

    private void SetIfEmpty(ItemInstance instance, IReadOnlyList<AnswerValue> values)
    {
        if (instance.HasAnswer || !instance.Definition.IsQuestion)
        {
            return;
        }

        var fitting = values
            .Select(value => CalculatedValues.Fit(instance.Definition, value))
            .OfType<AnswerValue>()
            .ToList();
        if (!instance.Definition.Repeats && fitting.Count > 1)
        {
            fitting.RemoveRange(1, fitting.Count - 1);
        }

        settling.SetAnswers(instance, fitting);
    }

    private bool EvaluateInitial(Population population)
    {
        var changed = false;
        foreach (var item in tree.Instrument.All)
        {
            if (
                item.InitialExpression is null
                || tree.Instrument.Plan.For(item).Initial is not { } expression
            )
            {
                continue;
            }

            foreach (
                var instance in tree.InstancesOf(item)
                    .Where(instance => !instance.HasAnswer)
                    .ToArray()
            )
            {
                settling.Current.Extra = population.NamesAt(instance);
                var nodes = OnDemandEvaluation.Evaluate(
                    settling.Current,
                    expression,
                    instance,
                    out var issue
                );
                settling.Current.Extra = null;
                if (issue is not null && !issues.Contains(issue))
                {
                    issues.Add(issue);
                }

                var (values, mismatch) = CalculatedValues.Convert(item, nodes);
                if (mismatch is { } found)
                {
                    issues.Add(
                        new(
                            found.Code,
                            IssueSeverity.Warning,
                            item.LinkId,
                            Paths.Of(instance).ToString(),
                            found.Text
                        )
                    );
                }

                if (values.Count > 0)
                {
                    settling.SetAnswers(instance, values);
                    changed = true;
                }
            }
        }

        return changed;
    }

    private void Give(GivenAnswer answer)
    {
        if (Reach(answer.Path) is not { } instance || !instance.Definition.IsQuestion)
        {
            issues.Add(
                new(
                    IssueCodes.UnknownItem,
                    IssueSeverity.Warning,
                    answer.Path.LinkId,
                    answer.Path.ToString(),
                    $"This instrument takes no answer at \"{answer.Path}\"."
                )
            );
            return;
        }

        var values = new List<AnswerValue>();
        foreach (var value in answer.Values)
        {
            if (CalculatedValues.Fit(instance.Definition, value) is { } fitting)
            {
                values.Add(fitting);
            }
            else
            {
                issues.Add(
                    new(
                        IssueCodes.WrongType,
                        IssueSeverity.Warning,
                        answer.Path.LinkId,
                        answer.Path.ToString(),
                        $"{value} is no answer for an item of type {ItemTypeNames.ToCode(instance.Definition.Type)}."
                    )
                );
            }
        }

        instance.ByPerson = values.Count > 0;
        AnswerLists.Replace(tree, settling, instance, values);
    }

    private ItemInstance? Reach(ItemPath path)
    {
        if (tree.Instrument.Find(path.LinkId) is not { } definition)
        {
            return null;
        }

        for (var i = 0; i < path.Within.Count; i++)
        {
            var step = path.Within[i];
            if (
                tree.Instrument.Find(step.LinkId)
                is not { Type: ItemType.Group, Repeats: true } group
            )
            {
                continue;
            }

            if (
                Paths.Owner(tree, group, new ItemPath(step.LinkId, [.. path.Within.Take(i)]))
                is not { } owner
            )
            {
                return null;
            }

            while (
                owner.Children[group.ChildIndex].Count <= step.Occurrence && step.Occurrence < 1_000
            )
            {
                Append(owner, group);
            }

            tree.Reindex();
        }

        return Paths.Find(tree, path)
            ?? (
                Paths.Owner(tree, definition, path) is { } place
                    ? Paths.At(place, definition, 0)
                    : null
            );
    }

    private ItemInstance Append(Container owner, ItemDefinition group)
    {
        var instance = tree.Create(group, owner);
        instance.Occurrence = owner.Children[group.ChildIndex].Count;
        owner.Children[group.ChildIndex].Add(instance);
        return instance;
    }

    /// <summary>A repeating group begins with as many instances as it must have.</summary>
    private void AddMinimum(Container container)
    {
        for (var i = 0; i < container.Children.Length; i++)
        {
            var definition = container.ChildDefinitions[i];
            if (definition is { Type: ItemType.Group, Repeats: true, MinOccurs: > 1 })
            {
                while (container.Children[i].Count < definition.MinOccurs.Value)
                {
                    Append(container, definition);
                }
            }

            foreach (var item in container.Children[i])
            {
                AddMinimum(item);
                item.Answers.ForEach(AddMinimum);
            }
        }
    }
}
