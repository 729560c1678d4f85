using Microsoft.EntityFrameworkCore;
using Waymark.Log;
using Waymark.Log.Export;

namespace Waymark.Data.Chain;

/// <summary>Writes the current agency's log as an export that an outsider can verify.</summary>
public sealed class LogExport(
    WaymarkDb db,
    LogCheckpoints checkpoints,
    SigningKey key,
    TimeProvider clock
)
{
    /// <summary>What an outsider must know to tell this installation's exports from a forger's.</summary>
    public LogHash Fingerprint => key.Public.Fingerprint;

    /// <summary>
    /// Makes a checkpoint where one is due, then writes every entry up to it. Rows are written as they are: a log that was
    /// tampered with is exported all the same, and the verifier names the row.
    /// </summary>
    /// <returns>The number of entries.</returns>
    public async Task<long> WriteAsync(Stream output, CancellationToken cancellation)
    {
        await checkpoints.MakeAsync(cancellation);
        var agencyId = db.CurrentAgencyId;
        var kept = await db
            .LogHeads.AsNoTracking()
            .SingleOrDefaultAsync(h => h.AgencyId == agencyId, cancellation);
        var head = kept?.ToHead() ?? LogHead.Start(agencyId);
        var signed = await db
            .Checkpoints.AsNoTracking()
            .Where(c => c.AgencyId == agencyId && c.Entry <= head.Number)
            .OrderBy(c => c.Number)
            .ToListAsync(cancellation);
        var keys = signed
            .Select(c => new VerifyingKey(c.PublicKey))
            .DistinctBy(k => k.Fingerprint)
            .Where(k => k.Fingerprint != key.Public.Fingerprint)
            .Append(key.Public);
        using var writer = new ExportWriter(output);
        writer.Header(new(agencyId, head, signed.Count, clock.GetUtcNow(), [.. keys]), key);
        var next = 0;
        await foreach (
            var entry in ChainedEntry.ReadAsync(db, 0, head.Number).WithCancellation(cancellation)
        )
        {
            WriteCheckpointsBefore(entry.Entry.Number);
            writer.Entry(entry.Previous, entry.Entry, entry.Hash);
        }
        WriteCheckpointsBefore(long.MaxValue);
        return head.Number;

        void WriteCheckpointsBefore(long entry)
        {
            while (next < signed.Count && signed[next].Entry < entry)
            {
                writer.Checkpoint(signed[next++].ToCheckpoint());
            }
        }
    }
}
