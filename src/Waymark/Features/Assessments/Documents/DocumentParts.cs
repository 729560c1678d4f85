using Waymark.Content;
using Waymark.Documents;
using Waymark.Documents.Records;
using Waymark.Features.Assessments.Formulate;
using Waymark.Features.Shared.Reading;
using DocumentFactorKind = Waymark.Documents.Records.FactorKind;
using FactorKind = Waymark.Content.FactorKind;

namespace Waymark.Features.Assessments.Documents;

/// <summary>From a record to the parts that several documents share. Pure.</summary>
internal static class DocumentParts
{
    private const string NotWritten = "Not written.";

    public static IReadOnlyList<RecordedConcern> Concerns(RecordForDocuments record) =>
        [.. record.Reading.Concerns.Select(concern => Concern(record, concern))];

    /// <summary>What was answered "not known" or "not asked".</summary>
    public static IReadOnlyList<NotKnown> NotKnown(RecordForDocuments record) =>
        [
            .. record
                .Reading.Unknown.Where(f => f.Presence is not null)
                .Select(f => new NotKnown($"{f.Factor.Question} ({f.Words.ToLowerInvariant()})")),
        ];

    public static RecordedFormulation? Formulation(RecordForDocuments record) =>
        record.Formulation is not { } written
            ? null
            : new()
            {
                WhatIsHappening = Or(written.WhatIsHappening),
                WhatKeepsItGoing = Or(written.WhatKeepsItGoing),
                WhatProtects = Or(written.WhatProtects),
                WhatWouldChangeOurMind = Or(written.WhatWouldChangeOurMind),
                WrittenBy = record.Person(written.WrittenById, written.WrittenByName),
                WrittenAt = written.WrittenAt,
                AnswersChangedAt = record.AnswersChangedAt,
            };

    public static RecordedLevelOfConcern? Level(RecordForDocuments record) =>
        record.Formulation is not { LevelOfConcern: { } level } written
            ? null
            : new()
            {
                Level = level.Words(),
                Reasons = written.Reasons,
                Sureness = written.Sureness?.Words() ?? "Not said",
                ChosenBy = record.Person(written.WrittenById, written.WrittenByName),
                ChosenAt = written.WrittenAt,
            };

    public static Waymark.Documents.PartialDate? Date(Instruments.PartialDate? date) =>
        Waymark.Documents.PartialDate.Parse(date?.ToString());

    /// <summary>Who says so, in words.</summary>
    public static string? SaidBy(FactorReading factor) =>
        factor.SaidBy.Count == 0 ? null : string.Join(", ", factor.SaidBy.Select(SaidByWords));

    public static string SaidByWords(string code) =>
        code switch
        {
            "child" => "The child",
            "carer" => "A parent or carer",
            "professional" => "A professional",
            "record" => "A record",
            "police" => "The police",
            _ => code,
        };

    private static RecordedConcern Concern(RecordForDocuments record, ConcernReading concern) =>
        new()
        {
            Kind = concern.Section switch
            {
                FactorKind.HarmSign => DocumentFactorKind.HarmSign,
                FactorKind.Risk => DocumentFactorKind.Risk,
                FactorKind.Vulnerability => DocumentFactorKind.Vulnerability,
                FactorKind.Protection => DocumentFactorKind.Protection,
            },
            Sentence = concern.Title,
            Reason = concern.LawText is null
                ? concern.Reason
                : $"{concern.Reason} {concern.LawText}",
            RestsOn = [.. concern.RestsOn.Select(answer => Answer(record, answer))],
            Guidance = [.. concern.Sources.Select(SourceWords)],
            SpeaksAgainst =
            [
                .. concern.SpeaksAgainst.Select(a => $"{a.Question} {a.Words}."),
                .. concern.SpeaksAgainstNote is { } note ? [note] : Array.Empty<string>(),
            ],
            NotKnown = concern.NotKnown,
            Status = concern.Status switch
            {
                RuleStatus.GuidanceDerived => GuidanceStatus.GuidanceDerived,
                RuleStatus.ToBeChecked => GuidanceStatus.ToBeChecked,
            },
        };

    private static RecordedAnswer Answer(RecordForDocuments record, ReadAnswer answer)
    {
        var factor = record.Reading.Factors.FirstOrDefault(f =>
            f.Factor.Id == answer.LinkId
            || answer.LinkId.StartsWith(f.Factor.Id + ".", StringComparison.Ordinal)
        );
        var what =
            factor is not null && factor.Factor.Id == answer.LinkId ? factor.Detail("what") : "";
        return new(
            answer.Question,
            what.Length == 0 ? answer.Words : $"{answer.Words}. {what}",
            factor is null ? null : SaidBy(factor),
            Date(factor?.Date)
        );
    }

    private static string SourceWords(Source source) =>
        $"{source.Title}, {source.Publisher}{(source.Date is { } date ? $", {date}" : "")}.";

    private static string Or(string text) => text.Length == 0 ? NotWritten : text;
}
