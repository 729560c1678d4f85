using Microsoft.EntityFrameworkCore;
using Waymark.Data;

namespace Waymark.Features.Accounts.SignIn;

/// <summary>
/// How often a password or a code may be tried on one account. A try is counted before it is judged, by the database itself, so that tries
/// at the same time do not slip past.
/// </summary>
public sealed class Attempts(WaymarkDb db, TimeProvider clock)
{
    /// <summary>Tries until the account takes none for <see cref="Pause"/>.</summary>
    public const int Most = 10;

    /// <summary>How long an account then takes none.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    /// <summary>Counts a try. Says whether it may be judged.</summary>
    public async Task<bool> CountAsync(Guid personId, CancellationToken cancellation)
    {
        DateTimeOffset? now = clock.GetUtcNow();
        DateTimeOffset? until = now + Pause;
        var open = db.Users.Where(p =>
            p.Id == personId && (p.LockoutEnd == null || p.LockoutEnd <= now)
        );
        var counted = await open.Where(p => p.AccessFailedCount < Most)
            .ExecuteUpdateAsync(
                set => set.SetProperty(p => p.AccessFailedCount, p => p.AccessFailedCount + 1),
                cancellation
            );
        if (counted == 1)
        {
            return true;
        }
        await open.ExecuteUpdateAsync(
            set =>
                set.SetProperty(p => p.LockoutEnd, until).SetProperty(p => p.AccessFailedCount, 0),
            cancellation
        );
        return false;
    }

    /// <summary>Forgets the tries of a person who has come in, or whose administrator says so.</summary>
    public Task ForgetAsync(Guid personId, CancellationToken cancellation) =>
        db
            .Users.Where(p => p.Id == personId)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(p => p.AccessFailedCount, 0)
                        .SetProperty(p => p.LockoutEnd, (DateTimeOffset?)null),
                cancellation
            );
}
