namespace Waymark.Instruments;

/// <summary>Checks a migration map against the two versions it is for.</summary>
internal static class MigrationChecks
{
    internal static void Check(
        MigrationPlan plan,
        Instrument source,
        Instrument target,
        FhirElement map
    )
    {
        var decided = plan
            .SourceOf.Values.Select(item => item.LinkId)
            .Concat(plan.LeftBehind.Keys)
            .ToHashSet();
        foreach (
            var item in source.All.Where(item =>
                NeedsDecision(item) && !decided.Contains(item.LinkId)
            )
        )
        {
            map.Error(
                IssueCodes.MigrationUndecided,
                "group",
                $"The map does not say what becomes of {item.LinkId} (\"{item.Text}\"): map it, or leave it behind with a comment.",
                item.LinkId
            );
        }

        foreach (var (linkId, from) in plan.SourceOf)
        {
            CheckPair(plan, from, target.Find(linkId)!, map);
        }
    }

    /// <summary>Whether the item can hold something that would be lost if nobody decided about it.</summary>
    internal static bool NeedsDecision(ItemDefinition item) =>
        item.IsQuestion ? !item.IsCalculated : item is { Type: ItemType.Group, Repeats: true };

    /// <summary>Whether every answer of the one type is an answer of the other, unchanged.</summary>
    internal static bool TypesFit(ItemDefinition from, ItemDefinition to) =>
        from.Type == to.Type
        || (from.Type, to.Type)
            is
                (ItemType.String, ItemType.Text)
                or
                (ItemType.Choice, ItemType.OpenChoice);

    /// <summary>The repeating items around an item, from the outside in.</summary>
    internal static List<ItemDefinition> RepeatsAround(ItemDefinition item)
    {
        var around = new List<ItemDefinition>();
        for (var parent = item.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent.Repeats)
            {
                around.Insert(0, parent);
            }
        }

        return around;
    }

    /// <summary>The option of the target that an answer becomes; <see langword="null"/> when nobody decided or it is left behind.</summary>
    internal static AnswerValue? MapAnswer(
        MigrationPlan plan,
        AnswerValue answer,
        ItemDefinition to
    )
    {
        if (answer is not CodingAnswer coding)
        {
            return answer;
        }

        var mapped = plan.Codings.TryGetValue((coding.System ?? "", coding.Code), out var decision)
            ? decision.To
            : coding;
        return mapped is null || !to.OptionsKnown || to.AnswerExpression is not null
            ? mapped
            : to.Options.Select(option => option.Value).FirstOrDefault(value => value == mapped);
    }

    private static void CheckPair(
        MigrationPlan plan,
        ItemDefinition from,
        ItemDefinition to,
        FhirElement map
    )
    {
        if (!TypesFit(from, to) || (from.Repeats && !to.Repeats))
        {
            map.Error(
                IssueCodes.MigrationMismatch,
                "group",
                $"{from.LinkId} is {Kind(from)} and {to.LinkId} is {Kind(to)}: not every answer of the one is an answer of the other.",
                from.LinkId
            );
            return;
        }

        var around = RepeatsAround(to).Select(item => plan.SourceOf.GetValueOrDefault(item.LinkId));
        if (!around.SequenceEqual(RepeatsAround(from)))
        {
            map.Error(
                IssueCodes.MigrationMismatch,
                "group",
                $"{from.LinkId} and {to.LinkId} do not stand in the same repeating groups, so it would be unclear which occurrence an answer belongs to.",
                from.LinkId
            );
        }

        foreach (var option in from.Options.Where(option => IsUndecided(plan, option, to)))
        {
            map.Error(
                IssueCodes.MigrationUndecided,
                "group",
                $"The option \"{option.Text}\" of {from.LinkId} is not offered by {to.LinkId}: map its code, or leave it behind with a comment.",
                from.LinkId
            );
        }
    }

    private static bool IsUndecided(MigrationPlan plan, AnswerOption option, ItemDefinition to)
    {
        var isLeftBehind =
            option.Value is CodingAnswer coding
            && plan.Codings.TryGetValue((coding.System ?? "", coding.Code), out var decision)
            && decision.To is null;
        if (
            isLeftBehind
            || !to.OptionsKnown
            || to.AnswerExpression is not null
            || to.Options.Count == 0
        )
        {
            return false;
        }

        return MapAnswer(plan, option.Value, to) is not { } mapped
            || to.Options.All(offered => offered.Value != mapped);
    }

    private static string Kind(ItemDefinition item) =>
        ItemTypeNames.ToCode(item.Type) + (item.Repeats ? " (repeating)" : "");
}
