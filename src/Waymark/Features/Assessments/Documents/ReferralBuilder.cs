using Waymark.Documents.Referrals;
using Waymark.Features.Assessments.Decide;
using Waymark.Features.Children;
using Waymark.Features.Shared.Reading;
using DocumentConsent = Waymark.Documents.Referrals.Consent;

namespace Waymark.Features.Assessments.Documents;

/// <summary>From a record with a decision to refer to the referral document. Pure.</summary>
internal static class ReferralBuilder
{
    /// <exception cref="InvalidOperationException">The record has no standing decision to refer.</exception>
    public static Referral Build(RecordForDocuments record)
    {
        if (record.Decision is not { Kind: DecisionKind.Refer } decision)
        {
            throw new InvalidOperationException("Only a decision to refer makes a referral.");
        }
        var person = record.Person(decision.WrittenById, decision.WrittenByName);
        return new()
        {
            Reference = record.Child.Reference,
            MadeAt = record.Now,
            From = new(person, null, null, null),
            To = new(decision.SentTo, "as named by the referrer", null),
            Child = new(
                record.Child.AgeYears is { } years ? $"{years}" : record.Concern.AgeBand.Words(),
                Needs(record),
                "by telephone; Waymark holds no name, date of birth or address"
            ),
            Reasons = decision.Reasons,
            Requests = [.. Lines(decision.Requests)],
            Danger = Danger(record),
            // One text for both, and it may say who must not be told: so it is never split into people who are safe.
            SafeContact = new(
                [],
                [],
                decision.SafeContact.Length == 0 ? null : decision.SafeContact
            ),
            ActionsDone =
            [
                .. record.Done.Select(a => new ActionDone(
                    a.Title,
                    new(a.DoneBy, "as named by the practitioner"),
                    a.DoneAt,
                    a.Note.Length == 0 ? null : a.Note
                )),
            ],
            ActionsToDo =
            [
                .. record
                    .Reading.Actions.Where(a => record.Done.All(d => d.RuleId != a.RuleId))
                    .Where(a => a.Facts.Urgency is Content.Urgency.Now or Content.Urgency.Today)
                    .Select(a => new ActionToDo(
                        a.Title,
                        a.Facts.Who ?? "The referrer",
                        a.Facts.ByWhen ?? (a.Facts.Urgency == Content.Urgency.Now ? "Now" : "Today")
                    )),
            ],
            ChildsWords = ChildsWords(record),
            ChildWants = Voice(record, "voice.wants"),
            ChildFears = Voice(record, "voice.fears"),
            Statements = Statements(record),
            Concerns = DocumentParts.Concerns(record),
            NotKnown = DocumentParts.NotKnown(record),
            Formulation = DocumentParts.Formulation(record),
            LevelOfConcern = DocumentParts.Level(record),
            SecondView = null,
            Sharing = new()
            {
                LawfulBasis = decision.LawfulBasis?.Words() ?? "Not recorded",
                Consent = decision.Consent switch
                {
                    Decide.Consent.Given => DocumentConsent.Given,
                    Decide.Consent.NotAskedUnsafe => DocumentConsent.NotSafeToAsk,
                    Decide.Consent.NotAskedDelay => DocumentConsent.NotAsked,
                    Decide.Consent.Refused => DocumentConsent.Refused,
                    null => DocumentConsent.NotAsked,
                },
                ConsentExplained =
                    decision.ConsentReasons.Length == 0
                        ? "No more was recorded."
                        : decision.ConsentReasons,
                Shared = [.. Lines(decision.WhatIsShared)],
                Withheld = [],
            },
            Chronology = ChronologyBuilder.Entries(record),
            MadeFrom = record.MadeFrom,
        };
    }

    private static ImmediateDanger Danger(RecordForDocuments record)
    {
        var factor = record.Reading.Factors.FirstOrDefault(f => f.Factor.Id == "a1");
        var what = factor?.Detail("what") is { Length: > 0 } said ? said : factor?.Detail("note");
        return new(
            factor?.Presence?.Code switch
            {
                "yes" => DangerAnswer.Yes,
                "suspected" => DangerAnswer.Suspected,
                "no" => DangerAnswer.No,
                _ => DangerAnswer.NotKnown,
            },
            string.IsNullOrEmpty(what) ? null : what
        );
    }

    /// <summary>What is written under the factors on how the child is heard and helped: understanding, identity, health.</summary>
    private static List<string> Needs(RecordForDocuments record) =>
        record
            .Reading.Factors.Where(f => f.Factor.Id is "d5" or "d6" or "d8" && f.IsPresent)
            .Select(f =>
                $"{f.Factor.Label}: {(f.Detail("what") is { Length: > 0 } what ? what : f.Words.ToLowerInvariant())}"
            )
            .DefaultIfEmpty("None recorded.")
            .ToList();

    private static IReadOnlyList<ChildsWords> ChildsWords(RecordForDocuments record) =>
        Voice(record, "voice.words") is not { } words
            ? []
            :
            [
                new(
                    words,
                    Voice(record, "voice.heard-by") ?? "someone whose name is not recorded",
                    DocumentParts.Date(VoiceDate(record)),
                    Voice(record, "voice.before") is { } before ? $"just before: {before}" : null
                ),
            ];

    private static Instruments.PartialDate? VoiceDate(RecordForDocuments record) =>
        record.Answers.Assessment?.Form.Answers("voice.date") is [Instruments.DateAnswer date]
            ? date.Value
            : null;

    private static string? Voice(RecordForDocuments record, string linkId) =>
        record.Reading.Voice.FirstOrDefault(v => v.LinkId == linkId)?.Words;

    /// <summary>
    /// What was written beside the answers, by who says so: police and records are facts that can be shown, the child and
    /// carers report, professionals observe; what nobody is named for is the writer's opinion.
    /// </summary>
    private static IReadOnlyList<Statement> Statements(RecordForDocuments record) =>
        [
            .. record
                .Reading.Factors.Where(f => f.IsPresent)
                .SelectMany(factor =>
                    factor
                        .Details.Where(d =>
                            d.LinkId.EndsWith(".what", StringComparison.Ordinal)
                            || d.LinkId.EndsWith(".note", StringComparison.Ordinal)
                        )
                        .Select(detail => new Statement(
                            KindOf(factor),
                            $"{factor.Factor.Label} ({factor.Words.ToLowerInvariant()}): {detail.Words}",
                            DocumentParts.SaidBy(factor) ?? "The practitioner who wrote the record",
                            DocumentParts.Date(factor.Date)
                        ))
                ),
        ];

    private static StatementKind KindOf(FactorReading factor) =>
        factor switch
        {
            { Presence.Code: "suspected", SaidBy.Count: 0 } => StatementKind.Opinion,
            { SaidBy: var said } when said.Contains("police") || said.Contains("record") =>
                StatementKind.Fact,
            { SaidBy: var said } when said.Contains("child") || said.Contains("carer") =>
                StatementKind.Report,
            { SaidBy: var said } when said.Contains("professional") => StatementKind.Observation,
            _ => StatementKind.Opinion,
        };

    internal static IEnumerable<string> Lines(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
