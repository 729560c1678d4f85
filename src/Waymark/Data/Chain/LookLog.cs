using Microsoft.EntityFrameworkCore;
using Waymark.Data.Databases;

namespace Waymark.Data.Chain;

/// <summary>
/// Writes the events of people who open records. Such an event belongs to no change, so those of one agency that come while others are being written
/// wait and are written together: only one transaction at a time of this node wants the head of the agency's log. Nobody is shown a record
/// before their own event is in the database. Safe to share between threads.
/// </summary>
public sealed class LookLog(IServiceScopeFactory scopes)
{
    /// <summary>The most events of one transaction: those who wait for it should not wait long.</summary>
    private const int Most = 100;

    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, List<Waiting>> _waiting = [];

    /// <summary>Ends when the event is in the database for good.</summary>
    /// <param name="look">The event; it must be of no change.</param>
    /// <param name="cancellation">Ends the waiting; the event is written all the same.</param>
    /// <exception cref="DbUpdateException">It could not be written.</exception>
    public Task WriteAsync(RecordEvent look, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(look);
        var waiting = new Waiting(look);
        lock (_lock)
        {
            if (_waiting.TryGetValue(look.AgencyId, out var others))
            {
                others.Add(waiting);
            }
            else
            {
                _waiting[look.AgencyId] = [waiting];
                _ = Task.Run(() => WriteAllAsync(look.AgencyId), CancellationToken.None);
            }
        }
        return waiting.Written.Task.WaitAsync(cancellation);
    }

    /// <summary>Writes until nobody of the agency waits. An agency that has an entry has a writer.</summary>
    private async Task WriteAllAsync(Guid agencyId)
    {
        while (Take(agencyId) is { Count: > 0 } batch)
        {
            try
            {
                await SaveAsync(agencyId, batch);
                batch.ForEach(w => w.Written.SetResult());
            }
            catch (Exception problem) when (batch.Count > 1 && !DatabaseAway.Is(problem))
            {
                // One of them cannot be written, for instance of a record erased in this very moment. The others can.
                await SaveEachAsync(agencyId, batch);
            }
            catch (Exception problem)
            {
                batch.ForEach(w => w.Written.SetException(problem));
            }
        }
    }

    private List<Waiting> Take(Guid agencyId)
    {
        lock (_lock)
        {
            var all = _waiting[agencyId];
            if (all.Count == 0)
            {
                _waiting.Remove(agencyId);
                return [];
            }
            List<Waiting> batch = [.. all.Take(Most)];
            all.RemoveRange(0, batch.Count);
            return batch;
        }
    }

    private async Task SaveEachAsync(Guid agencyId, List<Waiting> batch)
    {
        foreach (var one in batch)
        {
            try
            {
                await SaveAsync(agencyId, [one]);
                one.Written.SetResult();
            }
            catch (Exception problem)
            {
                one.Written.SetException(problem);
            }
        }
    }

    private async Task SaveAsync(Guid agencyId, List<Waiting> batch)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<AgencyScope>().Enter(agencyId);
        var db = scope.ServiceProvider.GetRequiredService<WaymarkDb>();
        db.Events.AddRange(batch.Select(w => w.Look));
        await db.SaveChangesAsync(CancellationToken.None);
    }

    private sealed class Waiting(RecordEvent look)
    {
        public RecordEvent Look { get; } = look;

        public TaskCompletionSource Written { get; } =
            new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
