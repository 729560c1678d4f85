using Waymark.Instruments;

namespace Waymark.Content.Checks;

/// <summary>Each rule says what it is, how soon, on what it rests, and points only to what exists.</summary>
internal static class RuleChecks
{
    internal static IEnumerable<ContentIssue> Check(ContentLibrary library, InstrumentFolder folder)
    {
        if (folder.Rules is not { } rules)
        {
            yield break;
        }

        var expected = ContentUrls.PlanDefinition + folder.Kind + "/" + folder.Name;
        if (rules.Url != expected || rules.Version != folder.Version)
        {
            yield return new(
                ContentCodes.NameMismatch,
                folder.RulesFile,
                null,
                null,
                $"Its url and version must be {expected} and {folder.Version}, as its folder says."
            );
        }

        foreach (var issue in rules.Rules.SelectMany(rule => CheckRule(library, folder, rule)))
        {
            yield return issue;
        }
    }

    /// <summary>A rule of one id says the same in every instrument, so that a person is not told two things.</summary>
    internal static IEnumerable<ContentIssue> CheckAcross(ContentLibrary library) =>
        library
            .Instruments.Where(folder => library.Newest(folder.Kind, folder.Name) == folder)
            .SelectMany(folder =>
                (folder.Rules?.Rules ?? []).Select(rule => (Folder: folder, Rule: rule))
            )
            .GroupBy(entry => entry.Rule.Id, StringComparer.Ordinal)
            .SelectMany(group =>
                group
                    .Skip(1)
                    .Where(entry => !SaysTheSame(entry.Rule, group.First().Rule))
                    .Select(entry => new ContentIssue(
                        ContentCodes.RuleDiffers,
                        entry.Folder.RulesFile,
                        null,
                        entry.Rule.Id,
                        $"It says something else than in {group.First().Folder.RulesFile}. Make them the same or give it another id."
                    ))
            );

    private static bool SaysTheSame(Rule one, Rule other) =>
        Wording.Spoken(one).SequenceEqual(Wording.Spoken(other), StringComparer.Ordinal)
        && one.ExtensionString(ContentUrls.Urgency) == other.ExtensionString(ContentUrls.Urgency)
        && one.ExtensionString(ContentUrls.Status) == other.ExtensionString(ContentUrls.Status)
        && one.ExtensionStrings(ContentUrls.Route)
            .SequenceEqual(other.ExtensionStrings(ContentUrls.Route), StringComparer.Ordinal);

    private static IEnumerable<ContentIssue> CheckRule(
        ContentLibrary library,
        InstrumentFolder folder,
        Rule rule
    )
    {
        ContentIssue Issue(string code, string? item, string text) =>
            new(code, folder.RulesFile, item, rule.Id, text);

        if (RuleFacts.Of(rule) is not { } facts)
        {
            yield return Issue(
                ContentCodes.ValueUnknown,
                null,
                "It must say rule-kind (action, do-not, concern) and status (guidance-derived, to-be-checked)."
            );
            yield break;
        }

        if (string.IsNullOrWhiteSpace(rule.Description))
        {
            yield return Issue(
                ContentCodes.ValueMissing,
                null,
                "It gives no reason. Write one as its description."
            );
        }

        if (facts.Kind != RuleKind.Concern && facts.Urgency is null)
        {
            yield return Issue(
                ContentCodes.ValueMissing,
                null,
                "It must say urgency: now, today, this-week or consider."
            );
        }

        if (facts.Kind == RuleKind.Concern && facts.Section is null)
        {
            yield return Issue(
                ContentCodes.ValueMissing,
                null,
                "It must say section: harm-sign, risk, vulnerability or protection."
            );
        }

        if (
            facts.Kind == RuleKind.Concern
            && facts.SpeaksAgainst.Count == 0
            && string.IsNullOrWhiteSpace(facts.SpeaksAgainstNote)
        )
        {
            yield return Issue(
                ContentCodes.ValueMissing,
                null,
                "It must say what speaks against it: speaks-against, or a speaks-against-note."
            );
        }

        if (
            facts.Kind == RuleKind.Action
            && (string.IsNullOrWhiteSpace(facts.Who) || string.IsNullOrWhiteSpace(facts.ByWhen))
        )
        {
            yield return Issue(
                ContentCodes.ValueMissing,
                null,
                "It must say who does it and by-when."
            );
        }

        foreach (var route in facts.Routes.Where(route => library.Routes.Find(route) is null))
        {
            yield return Issue(
                ContentCodes.RouteUnknown,
                route,
                "routes/england.json has no such route. Correct the id or add the route."
            );
        }

        foreach (
            var linkId in facts.SpeaksAgainst.Where(linkId =>
                folder.Instrument.Find(linkId) is null
            )
        )
        {
            yield return Issue(
                ContentCodes.ItemUnknown,
                linkId,
                "The questionnaire has no such item for it to speak against. Correct the linkId."
            );
        }

        foreach (
            var issue in CheckSources(library, folder, rule, facts)
                .Concat(CheckLaw(library, facts, Issue))
        )
        {
            yield return issue;
        }
    }

    private static IEnumerable<ContentIssue> CheckSources(
        ContentLibrary library,
        InstrumentFolder folder,
        Rule rule,
        RuleFacts facts
    )
    {
        foreach (
            var issue in ReferenceChecks.Cited(
                library,
                folder.RulesFile,
                null,
                facts.Sources,
                rule.Id
            )
        )
        {
            yield return issue;
        }

        var known = facts
            .Sources.Where(library.Sources.ContainsKey)
            .Select(id => library.Sources[id])
            .ToList();
        foreach (var citation in rule.Documentation)
        {
            if (
                known.FirstOrDefault(source => source.Id == citation.Label) is { } source
                && citation.Display != source.Title
            )
            {
                yield return new(
                    ContentCodes.SourceTitleDiffers,
                    folder.RulesFile,
                    citation.Label,
                    rule.Id,
                    $"It calls the source \"{citation.Display}\"; reference/sources.json calls it \"{source.Title}\"."
                );
            }
        }

        if (
            facts.Status == RuleStatus.GuidanceDerived
            && known.Count > 0
            && known.All(source => source.Mark is SourceMark.GK or SourceMark.ADVICE)
        )
        {
            yield return new(
                ContentCodes.StatusTooSure,
                folder.RulesFile,
                null,
                rule.Id,
                "It rests only on what nobody has checked. Its status must be to-be-checked."
            );
        }
    }

    private static IEnumerable<ContentIssue> CheckLaw(
        ContentLibrary library,
        RuleFacts facts,
        Func<string, string?, string, ContentIssue> issue
    )
    {
        if (facts.LawSwitch is { } named && !library.Law.ContainsKey(named))
        {
            yield return issue(
                ContentCodes.LawSwitchUnknown,
                named,
                "reference/law.json has no such switch. Correct the id or add it."
            );
        }

        var needed = library.Law.Values.FirstOrDefault(entry =>
            entry.Id != facts.LawSwitch && entry.Gates.Any(facts.Sources.Contains)
        );
        if (needed is not null)
        {
            yield return issue(
                ContentCodes.LawSwitchMissing,
                needed.Id,
                "It cites law that begins on a date, so it must name this law-switch."
            );
        }
    }
}
