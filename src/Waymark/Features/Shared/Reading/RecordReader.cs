using Waymark.Content;
using Waymark.Instruments;

namespace Waymark.Features.Shared.Reading;

/// <summary>Reads the answers of a record by the rules of its instruments. Pure: the same answers on the same day read the same.</summary>
public static class RecordReader
{
    /// <summary>Reads one or more answered instruments; a later one speaks for factors that both ask about.</summary>
    /// <param name="answered">The instruments with their rules, and the answers, in the order they were given.</param>
    /// <param name="content">Sources and law.</param>
    /// <param name="today">The day, for law that begins on a date.</param>
    public static RecordReading Read(
        IReadOnlyList<(InstrumentFolder Folder, Form Form)> answered,
        ContentLibrary content,
        DateOnly today
    )
    {
        var applied = answered
            .Where(a => a.Folder.Rules is not null)
            .SelectMany(a =>
                a.Folder.Rules!.Apply(a.Form).Select(rule => new Applied(a.Folder, a.Form, rule))
            )
            .ToList();
        var told = applied
            .GroupBy(a => a.Rule.Rule.Id, StringComparer.Ordinal)
            .Select(group => group.Aggregate(Counting))
            .Where(a => a.Rule.Outcome == RuleOutcome.Applies)
            .Select(a => (Applied: a, Facts: RuleFacts.Of(a.Rule.Rule)))
            .Where(a => a.Facts is not null)
            .ToList();
        var last = answered[^1].Form;
        return new(
            [
                .. told.Where(a => a.Facts!.Kind == RuleKind.Action)
                    .Select(a => ReadAction(a.Applied, a.Facts!, content, today))
                    .OrderBy(a => a.Facts.Urgency ?? Urgency.Consider),
            ],
            [
                .. told.Where(a => a.Facts!.Kind == RuleKind.DoNot)
                    .Select(a => ReadAction(a.Applied, a.Facts!, content, today)),
            ],
            [
                .. told.Where(a => a.Facts is { Kind: RuleKind.Concern, Section: not null })
                    .Select(a => ReadConcern(a.Applied, a.Facts!, content, today)),
            ],
            FactorReader.Read(last),
            ReadVoice(last),
            [
                .. applied
                    .Where(a => a.Rule.Outcome == RuleOutcome.CouldNotTell)
                    .Select(a => a.Rule.Rule.Title),
            ]
        );
    }

    /// <summary>
    /// Which of two outcomes of one rule counts. The assessment asks the safety check's questions again, so the later one does; but a step is
    /// not dropped because the answers it rests on were never given a second time, nor because a rule could not tell.
    /// </summary>
    private static Applied Counting(Applied earlier, Applied later) =>
        later.Rule.Outcome == RuleOutcome.Applies
        || earlier.Rule.Outcome != RuleOutcome.Applies
        || (
            later.Rule.Outcome == RuleOutcome.DoesNotApply
            && earlier.Rule.RestsOn.All(answer => later.Form.Answers(answer.Path.LinkId).Count > 0)
        )
            ? later
            : earlier;

    private static ActionReading ReadAction(
        Applied applied,
        RuleFacts facts,
        ContentLibrary content,
        DateOnly today
    ) =>
        new(
            applied.Rule.Rule.Id,
            VersionOf(applied.Folder),
            applied.Rule.Rule.Title,
            applied.Rule.Rule.Description ?? "",
            facts,
            LawText(facts, content, today),
            RestsOn(applied),
            SourcesOf(facts, content)
        );

    private static ConcernReading ReadConcern(
        Applied applied,
        RuleFacts facts,
        ContentLibrary content,
        DateOnly today
    )
    {
        var near = applied
            .Rule.RestsOn.Select(r => r.Path.LinkId)
            .Concat(facts.SpeaksAgainst)
            .Distinct();
        return new(
            applied.Rule.Rule.Id,
            VersionOf(applied.Folder),
            applied.Rule.Rule.Title,
            applied.Rule.Rule.Description ?? "",
            facts.Section!.Value,
            facts.Status,
            LawText(facts, content, today),
            RestsOn(applied),
            SourcesOf(facts, content),
            [
                .. facts
                    .SpeaksAgainst.Where(id => IsPresent(applied.Form, id))
                    .Select(id => ReadQuestion(applied.Form, id))
                    .OfType<ReadAnswer>(),
            ],
            facts.SpeaksAgainstNote,
            [
                .. near.Where(id => IsUnknown(applied.Form, id))
                    .Select(id => applied.Form.Instrument.Find(id)?.Text)
                    .OfType<string>(),
            ]
        );
    }

    private static IReadOnlyList<ReadAnswer> RestsOn(Applied applied) =>
        [
            .. applied
                .Rule.RestsOn.Where(reference => reference.Values.Count > 0)
                .Select(reference =>
                    applied.Form.Instrument.Find(reference.Path.LinkId)
                        is { Hidden: false } question
                        ? FactorReader.ReadAnswerOf(question, reference.Values)
                        : null
                )
                .OfType<ReadAnswer>(),
        ];

    private static IReadOnlyList<ReadAnswer> ReadVoice(Form form)
    {
        var factors = Factor
            .Of(form.Instrument)
            .Select(f => f.Group.LinkId)
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. InstrumentPages
                .Of(form.Instrument)
                .SelectMany(InstrumentPages.Questions)
                .Where(q =>
                    !InFactor(q, factors)
                    && form.Answers(q.LinkId).Count > 0
                    && form.IsEnabled(q.LinkId)
                )
                .Select(q => FactorReader.ReadAnswerOf(q, form.Answers(q.LinkId))),
        ];
    }

    private static bool InFactor(ItemDefinition item, HashSet<string> factorGroups)
    {
        for (var at = item.Parent; at is not null; at = at.Parent)
        {
            if (factorGroups.Contains(at.LinkId))
            {
                return true;
            }
        }
        return false;
    }

    private static ReadAnswer? ReadQuestion(Form form, string linkId) =>
        form.Instrument.Find(linkId) is { } question
            ? FactorReader.ReadAnswerOf(question, form.Answers(linkId))
            : null;

    private static bool IsPresent(Form form, string linkId) =>
        PresenceOf(form, linkId) is "yes" or "suspected";

    private static bool IsUnknown(Form form, string linkId) =>
        form.Instrument.Find(linkId) is { Hidden: false } question
        && Factor.IsPresence(question)
        && PresenceOf(form, linkId) is null or "not-known" or "not-asked";

    private static string? PresenceOf(Form form, string linkId) =>
        form.Answers(linkId).OfType<CodingAnswer>().FirstOrDefault()?.Code;

    private static string? LawText(RuleFacts facts, ContentLibrary content, DateOnly today) =>
        facts.LawSwitch is { } id && content.Law.TryGetValue(id, out var law)
            ? law.TextOn(today)
            : null;

    private static IReadOnlyList<Source> SourcesOf(RuleFacts facts, ContentLibrary content) =>
        [.. facts.Sources.Select(id => content.Sources.GetValueOrDefault(id)).OfType<Source>()];

    private static string VersionOf(InstrumentFolder folder) =>
        $"{folder.Instrument.Title} {folder.Version}";

    private sealed record Applied(InstrumentFolder Folder, Form Form, AppliedRule Rule);
}
