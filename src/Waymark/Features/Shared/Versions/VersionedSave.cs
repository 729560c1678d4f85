using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Waymark.Data;
using Waymark.Data.Databases;

namespace Waymark.Features.Shared.Versions;

/// <summary>Saves a new version of a written text with its event, in one transaction.</summary>
public static class VersionedSave
{
    private const int Attempts = 5;

    /// <summary>
    /// Loads the versions, lets <paramref name="write"/> decide the new one (null when nothing changed), and saves it. When
    /// somebody else took the number meanwhile, decides again: nothing is overwritten.
    /// </summary>
    /// <param name="db">The store.</param>
    /// <param name="concernId">The concern the text belongs to.</param>
    /// <param name="write">Pure: from the versions so far to the new one.</param>
    /// <param name="toEvent">The event of the new version: subject id, number, before, after as JSON.</param>
    /// <param name="cancellation">Ends the request.</param>
    public static async Task<T?> SaveAsync<T>(
        WaymarkDb db,
        Guid concernId,
        Func<IReadOnlyList<T>, T?> write,
        Func<T, string?, string, RecordEvent> toEvent,
        CancellationToken cancellation
    )
        where T : class, IWrittenVersion
    {
        for (var attempt = 1; ; attempt++)
        {
            var versions = await LoadAsync<T>(db, concernId, cancellation);
            if (write(versions) is not { } written)
            {
                return null;
            }
            var before = versions.SingleOrDefault(v => v.Number == written.BasedOn);
            db.Add(written);
            db.Events.Add(
                toEvent(
                    written,
                    before is null ? null : JsonSerializer.Serialize(before),
                    JsonSerializer.Serialize(written)
                )
            );
            try
            {
                await db.SaveChangesAsync(cancellation);
                return written;
            }
            catch (DbUpdateException problem) when (attempt < Attempts && !DatabaseAway.Is(problem))
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>All versions of a concern's text, in order of number.</summary>
    public static async Task<IReadOnlyList<T>> LoadAsync<T>(
        WaymarkDb db,
        Guid concernId,
        CancellationToken cancellation
    )
        where T : class, IWrittenVersion =>
        await db.Set<T>()
            .AsNoTracking()
            .Where(v => v.ConcernId == concernId)
            .OrderBy(v => v.Number)
            .ToListAsync(cancellation);

    /// <summary>The numbers that a choice of one version settles.</summary>
    public static string SettledBy<T>(IReadOnlyList<T> standing, int chosen)
        where T : IWrittenVersion =>
        string.Join(
            ',',
            standing
                .Where(v => v.Number != chosen)
                .Select(v => v.Number.ToString(System.Globalization.CultureInfo.InvariantCulture))
        );
}
