using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Waymark.Data;

namespace Waymark.Features.Surveys;

/// <summary>
/// The doors that were found, kept for as long as the program runs: a wave never changes its agency. The door of an erased wave leads to a wall
/// behind which there is no such wave. Only what was found is kept, so that nobody fills the memory by guessing.
/// </summary>
public sealed class WaveDoors
{
    private readonly ConcurrentDictionary<Guid, Guid> _found = new();

    /// <summary>The agency whose wall a wave's link leads behind, or null where there is no such wave.</summary>
    public async ValueTask<Guid?> FindAsync(
        WaymarkDb db,
        Guid waveId,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(db);
        if (_found.TryGetValue(waveId, out var known))
        {
            return known;
        }
        var door = await db
            .WaveDoors.AsNoTracking()
            .SingleOrDefaultAsync(d => d.WaveId == waveId, cancellation);
        return door is null ? null : _found[waveId] = door.OpensTo;
    }
}
