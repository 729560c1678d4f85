using Microsoft.EntityFrameworkCore;
using Waymark.Content;
using Waymark.Data;
using Waymark.Features.Accounts;
using Waymark.Features.Assessments.Decide;
using Waymark.Features.Assessments.Formulate;
using Waymark.Features.Children;
using Waymark.Features.Concerns;
using Waymark.Features.Concerns.ActNow;
using Waymark.Features.Shared.Answers;
using Waymark.Features.Shared.Reading;
using Waymark.Features.Shared.Versions;

namespace Waymark.Features.Assessments.Documents;

/// <summary>Everything of a record that a document is made from, as it stood at one moment.</summary>
/// <param name="Concern">The concern.</param>
/// <param name="Child">The child.</param>
/// <param name="Answers">The answers.</param>
/// <param name="Reading">What the rules make of them.</param>
/// <param name="Formulation">The formulation that stands, or null.</param>
/// <param name="AnswersChangedAt">When answers changed after the formulation was written, or null.</param>
/// <param name="Decision">The decision that stands, or null.</param>
/// <param name="Done">The actions marked as done.</param>
/// <param name="Events">The record's events, in order.</param>
/// <param name="JobTitles">The job of each person who wrote in the record.</param>
/// <param name="Agency">The agency.</param>
/// <param name="Now">The moment.</param>
public sealed record RecordForDocuments(
    Concern Concern,
    Child Child,
    OpenRecord Answers,
    RecordReading Reading,
    Formulation? Formulation,
    DateTimeOffset? AnswersChangedAt,
    Decision? Decision,
    IReadOnlyList<ActionRecord> Done,
    IReadOnlyList<RecordEvent> Events,
    IReadOnlyDictionary<Guid, string> JobTitles,
    string Agency,
    DateTimeOffset Now
)
{
    /// <summary>Loads a record.</summary>
    public static async Task<RecordForDocuments> LoadAsync(
        WaymarkDb db,
        ContentLibrary content,
        Concern concern,
        Child child,
        CurrentPractitioner me,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var answers = await OpenRecord.LoadAsync(db, content, concern, now, cancellation);
        var formulation = WrittenVersions.Current(
            await VersionedSave.LoadAsync<Formulation>(db, concern.Id, cancellation)
        );
        var decision = WrittenVersions.Current(
            await VersionedSave.LoadAsync<Decision>(db, concern.Id, cancellation)
        );
        var events = await db
            .Events.AsNoTracking()
            .Where(e => e.ConcernId == concern.Id && !EventKinds.Looks.Contains(e.Kind))
            .OrderBy(e => e.Id)
            .ToListAsync(cancellation);
        var people = events.Select(e => e.ById).Distinct().ToList();
        return new(
            concern,
            child,
            answers,
            answers.Read(content, now),
            formulation,
            formulation is not null && formulation.AnswersHash != answers.AnswersHash
                ? events
                    .Where(e => e.Kind is EventKinds.AnswerChanged or EventKinds.CollisionSettled)
                    .Select(e => (DateTimeOffset?)e.At)
                    .LastOrDefault()
                : null,
            decision,
            await db
                .Actions.AsNoTracking()
                .Where(a => a.ConcernId == concern.Id && a.ReopenedAt == null)
                .OrderBy(a => a.DoneAt)
                .ToListAsync(cancellation),
            events,
            await db
                .Users.Where(u => people.Contains(u.Id))
                .ToDictionaryAsync(u => u.Id, u => u.JobTitle, cancellation),
            me.AgencyName,
            now
        );
    }

    /// <summary>The instruments the record was made with, each with its version.</summary>
    public IReadOnlyList<string> MadeFrom =>
        [
            .. new[] { Answers.SafetyCheck, Answers.Assessment }
                .OfType<OpenResponse>()
                .Select(r => $"{r.Folder.Instrument.Title}, version {r.Folder.Version}"),
        ];

    /// <summary>A person who wrote in the record, with the job they had as far as it is known.</summary>
    public Waymark.Documents.Records.PersonInRole Person(Guid id, string name) =>
        new(name, JobTitles.GetValueOrDefault(id, "role not recorded"), Agency);
}
