using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Waymark.Data;
using Waymark.Features.Insight.Releasing;
using Waymark.Features.Surveys.Keys;
using Waymark.Features.Surveys.Marks;

namespace Waymark.Features.Surveys.Waves;

/// <summary>
/// Closes a wave: from then on no answer is taken, and what may be shown of the answers is decided. Nothing is deleted. The marks of used links go to their invitations all at once,
/// where there are enough of them, and the order in which answers came in is taken out of the table.
/// </summary>
public sealed class WaveClosing(WaymarkDb db, SurveyKeys keys, ReleaseAtClosing results)
{
    /// <summary>The fewest marks that are moved to invitations; fewer stay sealed and are lost with the key.</summary>
    public const int LeastMarks = 10;

    /// <summary>Closes a wave and writes the event with it; does nothing to one that is closed.</summary>
    /// <param name="waveId">The wave.</param>
    /// <param name="closed">The event of closing it; its subject is the evaluation.</param>
    /// <param name="now">The moment.</param>
    /// <param name="cancellation">Stops before anything is written.</param>
    /// <returns>Whether it was this call that closed it.</returns>
    public async Task<bool> CloseAsync(
        Guid waveId,
        RecordEvent closed,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        db.ChangeTracker.Clear();
        await using (var transaction = await db.Database.BeginTransactionAsync(cancellation))
        {
            // The marks' row is the lock: who sends answers writes it too, in the same transaction as the answers.
            await db
                .PendingMarks.Where(m => m.WaveId == waveId)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(m => m.Revision, m => m.Revision + 1),
                    cancellation
                );
            if (
                await db
                    .Waves.Where(w => w.Id == waveId && w.ClosedAt == null)
                    .ExecuteUpdateAsync(set => set.SetProperty(w => w.ClosedAt, now), cancellation)
                == 0
            )
            {
                return false;
            }
            await MoveMarksAsync(waveId, cancellation);
            await db.ForgetOrderOfAnswersAsync(waveId, cancellation);
            db.Events.Add(closed);
            await db.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
        }
        db.ChangeTracker.Clear();
        await db.AfterErasingAsync(cancellation);
        await results.ReleaseAsync(
            closed.SubjectId!.Value,
            closed.ById,
            closed.ByName,
            cancellation
        );
        return true;
    }

    /// <summary>One statement marks them all, so that they carry one transaction and no order.</summary>
    private async Task MoveMarksAsync(Guid waveId, CancellationToken cancellation)
    {
        var row = await db.PendingMarks.SingleOrDefaultAsync(m => m.WaveId == waveId, cancellation);
        var evaluation = await db
            .Waves.Where(w => w.Id == waveId)
            .Select(w => w.EvaluationId)
            .SingleAsync(cancellation);
        if (row is null || keys.Find(evaluation) is not { } key)
        {
            return;
        }
        var used = UsedLinks.Open(key, waveId, row.Sealed);
        var places = used.Places.ToArray();
        if (places.Length < LeastMarks)
        {
            return;
        }
        RandomNumberGenerator.Shuffle<int>(places);
        await db
            .Invitations.Where(i => i.WaveId == waveId && places.Contains(i.Place))
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.IsAnswered, true), cancellation);
        row.Sealed = used.Emptied().Seal(key, waveId);
        row.Revision++;
    }
}
