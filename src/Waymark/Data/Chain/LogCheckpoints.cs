using Microsoft.EntityFrameworkCore;
using Waymark.Log;

namespace Waymark.Data.Chain;

/// <summary>What became of making a checkpoint.</summary>
public enum CheckpointOutcome
{
    /// <summary>A new checkpoint was signed.</summary>
    Made,

    /// <summary>There is no entry that the last checkpoint does not cover.</summary>
    NothingNew,

    /// <summary>The rows since the last checkpoint are not as they were written: nothing was signed.</summary>
    Broken,
}

/// <summary>Signs where the current agency's log stands, after checking every entry since the last checkpoint.</summary>
public sealed class LogCheckpoints(WaymarkDb db, SigningKey key, TimeProvider clock)
{
    /// <summary>Makes a checkpoint where one is due.</summary>
    /// <returns>The outcome, and for a broken log the number of the entry that is missing or altered.</returns>
    public async Task<(CheckpointOutcome Outcome, long Entry)> MakeAsync(
        CancellationToken cancellation
    )
    {
        var agencyId = db.CurrentAgencyId;
        var kept = await db
            .LogHeads.AsNoTracking()
            .SingleOrDefaultAsync(h => h.AgencyId == agencyId, cancellation);
        var last = await db
            .Checkpoints.AsNoTracking()
            .Where(c => c.AgencyId == agencyId)
            .OrderByDescending(c => c.Number)
            .FirstOrDefaultAsync(cancellation);
        var head = last is null ? LogHead.Start(agencyId) : new(last.Entry, new(last.Hash));
        var newest = kept?.ToHead() ?? LogHead.Start(agencyId);
        if (newest == head)
        {
            return (CheckpointOutcome.NothingNew, head.Number);
        }
        await foreach (
            var entry in ChainedEntry
                .ReadAsync(db, head.Number, newest.Number)
                .WithCancellation(cancellation)
        )
        {
            if (!entry.Follows(head))
            {
                return (CheckpointOutcome.Broken, head.Number + 1);
            }
            head = new(entry.Entry.Number, entry.Hash);
        }
        if (head != newest)
        {
            return (CheckpointOutcome.Broken, head.Number + 1);
        }
        var signed = LogCheckpoint.Sign(
            key,
            agencyId,
            (last?.Number ?? 0) + 1,
            head,
            clock.GetUtcNow()
        );
        db.Checkpoints.Add(CheckpointRow.Of(signed, key.Public));
        await db.SaveChangesAsync(cancellation);
        return (CheckpointOutcome.Made, head.Number);
    }
}
