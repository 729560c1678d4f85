using Waymark.Instruments.Behavior;

namespace Waymark.Instruments;

public sealed partial class Form
{
    /// <summary>
    /// What is missing or wrong in the enabled part of the response, in document order: required answers, occurrences, types, options,
    /// lengths, ranges, patterns, and the instrument's own constraints.
    /// </summary>
    /// <param name="unfinished">Whether the response is still being filled in: what is missing is then no issue.</param>
    public IReadOnlyList<InstrumentIssue> Validate(bool unfinished = false)
    {
        _settling.Begin();
        var issues = new List<InstrumentIssue>();
        ValidateChildren(_tree.Root, issues);
        CheckConstraints(_tree.Root, Instrument.Plan.OfRootOnDemand, issues);
        return unfinished
            ?
            [
                .. issues.Where(issue =>
                    issue.Code is not (IssueCodes.Required or IssueCodes.TooFewOccurrences)
                ),
            ]
            : issues;
    }

    private void ValidateChildren(Container container, List<InstrumentIssue> issues)
    {
        for (var i = 0; i < container.Children.Length; i++)
        {
            var definition = container.ChildDefinitions[i];
            var list = container.Children[i];
            var enabled = list.Where(item => item.Enabled).ToList();
            if (enabled.Count == 0)
            {
                continue;
            }

            if (definition is { Type: ItemType.Group, Repeats: true })
            {
                CheckInstances(definition, enabled, issues);
            }

            // An empty instance beside others is a row that nobody needed; alone, it stands for what is still to be filled in.
            var rows = definition is { Type: ItemType.Group, Repeats: true }
                ? enabled.Where(item => item.HasVisibleContent).ToList()
                : enabled;
            foreach (var item in rows.Count > 0 ? rows : enabled[..1])
            {
                ValidateItem(item, issues);
            }
        }
    }

    private void ValidateItem(ItemInstance item, List<InstrumentIssue> issues)
    {
        var definition = item.Definition;
        if (definition.IsQuestion)
        {
            CheckPresence(item, issues);
            issues.AddRange(new AnswerChecks(this, item).OfPresent());
            // Items within a question are asked about its answer: without one, none of them is missing.
            foreach (var answer in item.Answers.Where(answer => answer.HasContent))
            {
                ValidateChildren(answer, issues);
            }
        }
        else
        {
            if (
                definition.Type == ItemType.Group
                && !definition.Repeats
                && HasQuestion(definition)
                && IsRequired(item)
                && !item.HasVisibleContent
            )
            {
                Add(issues, IssueCodes.Required, item, "Answer at least one of these questions.");
            }

            ValidateChildren(item, issues);
        }

        CheckConstraints(item, Instrument.Plan.For(definition), issues);
    }

    private static void CheckInstances(
        ItemDefinition definition,
        List<ItemInstance> enabled,
        List<InstrumentIssue> issues
    )
    {
        var filled = enabled.Count(item => item.HasVisibleContent);
        if (
            definition.Required
            && filled == 0
            && definition.MinOccurs is null or 0
            && HasQuestion(definition)
        )
        {
            Add(issues, IssueCodes.Required, enabled[0], "Answer at least one of these questions.");
        }

        if (definition.MinOccurs is { } least && filled < least)
        {
            Add(
                issues,
                IssueCodes.TooFewOccurrences,
                enabled[0],
                $"Fill this in at least {least} times; it is filled in {filled} times."
            );
        }

        if (definition.MaxOccurs is { } most && filled > most)
        {
            Add(
                issues,
                IssueCodes.TooManyOccurrences,
                enabled[0],
                $"Fill this in no more than {most} times; it is filled in {filled} times."
            );
        }
    }

    private static bool HasQuestion(ItemDefinition group) =>
        group.Items.Any(item => item.IsQuestion || HasQuestion(item));

    private void CheckPresence(ItemInstance item, List<InstrumentIssue> issues)
    {
        var count = item.Answers.Count(answer => answer.HasValue);
        if (count == 0 && IsRequired(item))
        {
            Add(issues, IssueCodes.Required, item, "An answer is needed.");
        }
        else if (
            item.Definition.MinOccurs is { } least
            && count < least
            && (count > 0 || IsRequired(item))
        )
        {
            Add(
                issues,
                IssueCodes.TooFewOccurrences,
                item,
                $"Give at least {least} answers; there are {count}."
            );
        }
    }

    private void CheckConstraints(
        ItemInstance item,
        OnDemandExpressions expressions,
        List<InstrumentIssue> issues
    )
    {
        foreach (var (constraint, expression) in expressions.Constraints)
        {
            var nodes = OnDemandEvaluation.Evaluate(
                _settling.Current,
                expression,
                item,
                out var issue
            );
            if (issue is not null)
            {
                issues.Add(issue);
                continue;
            }

            // As for invariants in FHIR, a constraint that gives nothing is kept.
            if (nodes is not [{ Value: false }])
            {
                continue;
            }

            var at = LocationOf(constraint, item);
            issues.Add(
                new(
                    IssueCodes.ConstraintBroken,
                    constraint.IsError ? IssueSeverity.Error : IssueSeverity.Warning,
                    at?.LinkId,
                    at?.ToString(),
                    constraint.Human
                )
            );
        }
    }

    /// <summary>Where a constraint points: an item by linkId, or by a path of <c>item.where(linkId = …)</c>; else the item that carries it.</summary>
    private ItemPath? LocationOf(ConstraintSource constraint, ItemInstance item)
    {
        if (
            constraint.Location is { } location
            && LinkIdIn(location) is { } linkId
            && Instrument.Find(linkId) is { } named
        )
        {
            var near = item.IsRoot
                ? _tree.InstancesOf(named)[0]
                : Conditions.Nearest(named, item, _tree);
            if (near is not null)
            {
                return Paths.Of(near);
            }
        }

        return item.IsRoot ? null : (ItemPath?)Paths.Of(item);
    }

    private string? LinkIdIn(string location)
    {
        if (Instrument.Find(location) is not null)
        {
            return location;
        }

        var quoted = location.Split('\'');
        return quoted.Length >= 3 ? quoted[^2] : null;
    }

    internal bool IsRequired(ItemInstance item) =>
        Truth(Instrument.Plan.For(item.Definition).Required, item) ?? item.Definition.Required;

    internal bool IsReadOnly(ItemInstance item) =>
        Truth(Instrument.Plan.For(item.Definition).ReadOnly, item) ?? item.Definition.ReadOnly;

    /// <summary>The value of an expression as a condition; <see langword="null"/> where there is none or it gives nothing.</summary>
    private bool? Truth(OnDemand? expression, ItemInstance item) =>
        expression is not null
        && OnDemandEvaluation.Evaluate(_settling.Current, expression, item, out _)
            is [{ Value: var value }]
            ? value is null or true or not bool
            : null;

    private static void Add(
        List<InstrumentIssue> issues,
        string code,
        ItemInstance item,
        string text
    ) =>
        issues.Add(
            new(code, IssueSeverity.Error, item.Definition.LinkId, Paths.Of(item).ToString(), text)
        );
}
