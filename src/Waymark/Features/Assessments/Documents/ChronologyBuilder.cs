using Waymark.Data;
using Waymark.Documents.Chronologies;
using Waymark.Features.History;
using Waymark.Features.Shared.Reading;

namespace Waymark.Features.Assessments.Documents;

/// <summary>From a record to its chronology: what happened when it is known, and what was done in the record. Pure.</summary>
internal static class ChronologyBuilder
{
    /// <summary>The document of a record's chronology alone.</summary>
    public static Chronology Build(RecordForDocuments record) =>
        new()
        {
            Reference = record.Child.Reference,
            Agency = record.Agency,
            MadeAt = record.Now,
            Entries = Entries(record),
        };

    /// <summary>The entries: dated answers, actions done, and the milestones of the record. Single edits stay in the history.</summary>
    public static IReadOnlyList<ChronologyEntry> Entries(RecordForDocuments record) =>
        [
            .. record
                .Reading.Factors.Where(f => f.IsPresent && f.Date is not null)
                .Select(f => Dated(record, f)),
            .. record.Done.Select(a => new ChronologyEntry
            {
                HappenedOn = Waymark.Documents.PartialDate.Of(UkTime.DateOf(a.DoneAt)),
                What =
                    $"{a.Title} (at {UkTime.Clock(a.DoneAt)}).{(a.Note.Length == 0 ? "" : $" {a.Note}")}",
                Source = a.DoneBy,
                RecordedAt = a.RecordedAt,
            }),
            .. record
                .Events.Where(e =>
                    e.Kind
                        is EventKinds.ConcernStarted
                            or EventKinds.ResponseStarted
                            or EventKinds.FormulationWritten
                            or EventKinds.DecisionWritten
                            or EventKinds.VersionChosen
                            or EventKinds.DocumentMade
                )
                .Select(e => new ChronologyEntry
                {
                    HappenedOn = Waymark.Documents.PartialDate.Of(UkTime.DateOf(e.At)),
                    What = EventWords.Of(e, record.Answers),
                    Source = record.Person(e.ById, e.ByName).Described,
                    RecordedAt = e.At,
                }),
        ];

    private static ChronologyEntry Dated(RecordForDocuments record, FactorReading factor) =>
        new()
        {
            HappenedOn = DocumentParts.Date(factor.Date),
            What =
                $"{factor.Factor.Label} ({factor.Words.ToLowerInvariant()}){(factor.Detail("what") is { Length: > 0 } what ? $": {what}" : "")}",
            Source = DocumentParts.SaidBy(factor) ?? "The record",
            RecordedAt =
                record
                    .Events.LastOrDefault(e =>
                        e.Kind == EventKinds.AnswerChanged && e.Place == factor.Factor.Id + ".date"
                    )
                    ?.At
                ?? record.Concern.StartedAt,
        };
}
