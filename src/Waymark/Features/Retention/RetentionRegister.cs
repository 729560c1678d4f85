using Microsoft.EntityFrameworkCore;
using Waymark.Data;
using Waymark.Features.Children;

namespace Waymark.Features.Retention;

/// <summary>
/// The agency's records as a register: reference and dates, never a word that was written about a child. An administrator,
/// who opens no record, sees the whole register; a supervisor sees the records they look after.
/// </summary>
public sealed class RetentionRegister(WaymarkDb db, RetentionSchedule schedule)
{
    private static readonly string[] s_notAnEntry =
    [
        .. EventKinds.Looks,
        EventKinds.RecordsSearched,
        EventKinds.EmergencyOpening,
        EventKinds.OpeningReviewed,
        EventKinds.RetentionClassChosen,
        EventKinds.RetentionReviewed,
        EventKinds.HoldPlaced,
        EventKinds.HoldLifted,
        EventKinds.ErasureRequested,
        EventKinds.ErasureWithdrawn,
        EventKinds.PassageDecided,
        EventKinds.AccessCopyMade,
    ];

    /// <summary>Every record of the register with what is due, the most urgent first.</summary>
    /// <param name="whole">Whether the person keeps the whole register.</param>
    /// <param name="today">The day.</param>
    /// <param name="cancellation">Stops reading.</param>
    public async Task<IReadOnlyList<RegisteredRecord>> ListAsync(
        bool whole,
        DateOnly today,
        CancellationToken cancellation
    ) =>
        [
            .. (await ReadAsync(Records(whole), whole, today, cancellation))
                .OrderByDescending(r => r.Request is not null)
                .ThenByDescending(r => r.Verdict.State is RetentionState.TimeIsOver)
                .ThenByDescending(r => r.Verdict.State is RetentionState.ReviewDue)
                .ThenBy(r => r.Verdict.ReviewOn)
                .ThenBy(r => r.Child.Reference, StringComparer.Ordinal),
        ];

    /// <summary>One record, or null where it is not in the person's register.</summary>
    public async Task<RegisteredRecord?> FindAsync(
        Guid childId,
        bool whole,
        DateOnly today,
        CancellationToken cancellation
    ) =>
        (
            await ReadAsync(Records(whole).Where(c => c.Id == childId), whole, today, cancellation)
        ).SingleOrDefault();

    private IQueryable<Child> Records(bool whole) =>
        whole ? db.Children.IgnoreQueryFilters([WaymarkDb.NeedToKnow]) : db.RecordsToLookAfter;

    private async Task<List<RegisteredRecord>> ReadAsync(
        IQueryable<Child> children,
        bool whole,
        DateOnly today,
        CancellationToken cancellation
    )
    {
        var read = await children
            .Select(child => new
            {
                Child = child,
                AgeToldAt = db
                    .Concerns.Where(c => c.ChildId == child.Id)
                    .Max(c => (DateTimeOffset?)c.StartedAt),
                LastEntryAt = db
                    .Events.Where(e =>
                        !s_notAnEntry.Contains(e.Kind)
                        && (db.Concerns.Any(c => c.ChildId == child.Id && c.Id == e.ConcernId))
                    )
                    .Max(e => (DateTimeOffset?)e.At),
            })
            .ToListAsync(cancellation);
        var ids = read.Select(r => r.Child.Id).ToList();
        var holds = await Whole(db.LegalHolds, whole)
            .Where(h => ids.Contains(h.ChildId))
            .OrderBy(h => h.PlacedAt)
            .ToListAsync(cancellation);
        var requests = await Whole(db.ErasureRequests, whole)
            .Where(r => r.WithdrawnAt == null && ids.Contains(r.ChildId))
            .ToListAsync(cancellation);
        return
        [
            .. read.Select(r =>
            {
                var own = holds.Where(h => h.ChildId == r.Child.Id).ToList();
                var rule = schedule.For(r.Child.RetentionClass);
                var told = UkTime.DateOf(r.AgeToldAt ?? default);
                var dates = new RecordDates(
                    RecordDates.LeastAge(r.Child.AgeYears, r.Child.AgeBand),
                    told,
                    r.LastEntryAt is { } last ? UkTime.DateOf(last) : told,
                    r.Child.RetentionReviewedAt is { } at ? UkTime.DateOf(at) : null
                );
                return new RegisteredRecord(
                    r.Child,
                    dates,
                    rule,
                    Retention.Decide(
                        dates,
                        rule,
                        schedule.ReviewEveryYears,
                        own.Count(h => h.LiftedAt is null),
                        today
                    ),
                    own,
                    requests.Find(q => q.ChildId == r.Child.Id)
                );
            }),
        ];
    }

    private static IQueryable<T> Whole<T>(IQueryable<T> rows, bool whole)
        where T : class => whole ? rows.IgnoreQueryFilters([WaymarkDb.NeedToKnow]) : rows;
}

/// <summary>A record as the register shows it.</summary>
/// <param name="Child">The child, by reference.</param>
/// <param name="Dates">What is known of its time.</param>
/// <param name="Rule">The rule it is kept by.</param>
/// <param name="Verdict">What is due.</param>
/// <param name="Holds">Its legal holds, those that were lifted too, oldest first.</param>
/// <param name="Request">The request to erase it that waits for a second person, or null.</param>
public sealed record RegisteredRecord(
    Child Child,
    RecordDates Dates,
    RetentionRule Rule,
    RetentionVerdict Verdict,
    IReadOnlyList<LegalHold> Holds,
    ErasureRequest? Request
);
