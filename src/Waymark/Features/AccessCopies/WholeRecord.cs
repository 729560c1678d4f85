using Microsoft.EntityFrameworkCore;
using Waymark.Content;
using Waymark.Data;
using Waymark.Features.Assessments.Decide;
using Waymark.Features.Assessments.Formulate;
using Waymark.Features.Children;
using Waymark.Features.Concerns;
using Waymark.Features.Concerns.ActNow;
using Waymark.Features.Openings;
using Waymark.Features.Shared.Answers;

namespace Waymark.Features.AccessCopies;

/// <summary>Everything that is written about one child, as it stood at one moment.</summary>
public sealed record WholeRecord
{
    public required Child Child { get; init; }
    public required string Agency { get; init; }
    public required DateTimeOffset Now { get; init; }

    /// <summary>The worries, oldest first.</summary>
    public required IReadOnlyList<Concern> Concerns { get; init; }

    public required IReadOnlyList<OpenResponse> Responses { get; init; }
    public required IReadOnlyList<AnswerCollision> Collisions { get; init; }
    public required IReadOnlyList<Formulation> Formulations { get; init; }
    public required IReadOnlyList<Decision> Decisions { get; init; }
    public required IReadOnlyList<ActionRecord> Actions { get; init; }
    public required IReadOnlyList<Admission> Emergencies { get; init; }

    /// <summary>The log's entries of the record, in order: what was changed, and who looked.</summary>
    public required IReadOnlyList<RecordEvent> Events { get; init; }

    /// <summary>Loads a child's whole record, in a fixed number of queries.</summary>
    public static async Task<WholeRecord> LoadAsync(
        WaymarkDb db,
        ContentLibrary content,
        Child child,
        string agency,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var concerns = await db
            .Concerns.AsNoTracking()
            .Where(c => c.ChildId == child.Id)
            .OrderBy(c => c.StartedAt)
            .ToListAsync(cancellation);
        var ids = concerns.Select(c => c.Id).ToList();
        return new()
        {
            Child = child,
            Agency = agency,
            Now = now,
            Concerns = concerns,
            Responses =
            [
                .. (
                    await db
                        .Responses.AsNoTracking()
                        .Where(r => ids.Contains(r.ConcernId))
                        .OrderBy(r => r.Id)
                        .ToListAsync(cancellation)
                ).Select(r => OpenResponse.Open(r, content, now)),
            ],
            Collisions = await db
                .Collisions.AsNoTracking()
                .Where(c => ids.Contains(c.ConcernId))
                .OrderBy(c => c.SecondAt)
                .ToListAsync(cancellation),
            Formulations = await db
                .Formulations.AsNoTracking()
                .Where(f => ids.Contains(f.ConcernId))
                .OrderBy(f => f.Number)
                .ToListAsync(cancellation),
            Decisions = await db
                .Decisions.AsNoTracking()
                .Where(d => ids.Contains(d.ConcernId))
                .OrderBy(d => d.Number)
                .ToListAsync(cancellation),
            Actions = await db
                .Actions.AsNoTracking()
                .Where(a => ids.Contains(a.ConcernId))
                .OrderBy(a => a.DoneAt)
                .ToListAsync(cancellation),
            Emergencies = await db
                .Admissions.AsNoTracking()
                .Where(a => a.ChildId == child.Id && a.Ground == AdmissionGround.Emergency)
                .OrderBy(a => a.At)
                .ToListAsync(cancellation),
            Events = await db
                .Events.AsNoTracking()
                .Where(e =>
                    (e.ConcernId != null && ids.Contains(e.ConcernId.Value))
                    || (e.SubjectId == child.Id && e.Place.StartsWith(WaymarkDb.ChildPlace))
                )
                .OrderBy(e => e.Id)
                .ToListAsync(cancellation),
        };
    }
}
