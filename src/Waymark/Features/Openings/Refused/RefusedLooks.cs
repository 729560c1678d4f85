using System.Collections.Concurrent;

namespace Waymark.Features.Openings.Refused;

/// <summary>That a person asked for a record and was answered that there is none: it may be closed to them, or there is none.</summary>
/// <param name="AgencyId">The person's agency.</param>
/// <param name="PersonId">The person.</param>
/// <param name="PersonName">Their name.</param>
/// <param name="RecordId">The id in the address: a concern's or a child's.</param>
/// <param name="Page">The page's own name.</param>
/// <param name="At">When.</param>
public sealed record RefusedLook(
    Guid AgencyId,
    Guid PersonId,
    string PersonName,
    Guid RecordId,
    string Page,
    DateTimeOffset At
);

/// <summary>
/// Holds refused looks until the next round writes those that were at a record into its history (<see cref="RefusedLookRounds"/>). Nothing is
/// looked up while the page answers, so that neither words nor time tell a closed record from none. Safe to share between threads.
/// </summary>
public sealed class RefusedLooks
{
    /// <summary>The most that are held; beyond it the newest are dropped. Whoever asks so often is a matter for the program's log.</summary>
    public const int Most = 10_000;

    private readonly ConcurrentQueue<RefusedLook> _held = new();

    /// <summary>Holds one.</summary>
    public void Add(RefusedLook look)
    {
        if (_held.Count < Most)
        {
            _held.Enqueue(look);
        }
    }

    /// <summary>Takes those that are held: of the same page of the same record by the same person, the first.</summary>
    public IReadOnlyList<RefusedLook> Take()
    {
        List<RefusedLook> taken = [];
        for (var left = _held.Count; left > 0 && _held.TryDequeue(out var look); left--)
        {
            taken.Add(look);
        }
        return [.. taken.DistinctBy(look => (look.PersonId, look.RecordId, look.Page))];
    }
}
