using Microsoft.EntityFrameworkCore;
using Waymark.Log;

namespace Waymark.Data.Chain;

/// <summary>Gives each new event its place in its agency's chain, within the transaction that writes it.</summary>
internal static class EventChain
{
    public const string HeadTable = "log_heads";

    /// <summary>
    /// Takes the lock on the head of the log, numbers and chains the events in the order in which they were added, and has
    /// the new head written with them.
    /// </summary>
    public static async Task AppendAsync(
        WaymarkDb db,
        Guid agencyId,
        IReadOnlyList<RecordEvent> events,
        CancellationToken cancellation
    )
    {
        var head = await LockAsync(db, agencyId, cancellation);
        foreach (var happened in events)
        {
            head = happened.ChainTo(head);
        }
        var row = LogHeadRow.Of(agencyId, head);
        var kept = db.Set<LogHeadRow>().Local.FindEntry(agencyId);
        if (kept is { State: EntityState.Added })
        {
            kept.CurrentValues.SetValues(row);
            return;
        }
        if (kept is not null)
        {
            kept.State = EntityState.Detached;
        }
        db.Set<LogHeadRow>().Update(row);
    }

    /// <summary>Keeps everyone else from writing an event of the agency until the current transaction ends.</summary>
    public static Task HoldAsync(WaymarkDb db, Guid agencyId, CancellationToken cancellation) =>
        LockAsync(db, agencyId, cancellation);

    /// <summary>
    /// The head, locked until the transaction ends: an update that changes nothing takes the row's lock in PostgreSQL; SQLite
    /// lets one transaction write at a time anyway.
    /// </summary>
    private static async Task<LogHead> LockAsync(
        WaymarkDb db,
        Guid agencyId,
        CancellationToken cancellation
    )
    {
        var heads = await db.Set<LogHeadRow>()
            .FromSql(
                $"""UPDATE "log_heads" SET "Number" = "Number" WHERE "AgencyId" = {agencyId} RETURNING "AgencyId", "Number", "Hash" """
            )
            .AsNoTracking()
            .ToListAsync(cancellation);
        if (heads is [var head])
        {
            return head.ToHead();
        }
        // The agency is being written in this same transaction, or is older than the log.
        var first = LogHeadRow.Start(agencyId);
        if (db.Set<LogHeadRow>().Local.FindEntry(agencyId) is null)
        {
            db.Set<LogHeadRow>().Add(first);
        }
        return first.ToHead();
    }
}
