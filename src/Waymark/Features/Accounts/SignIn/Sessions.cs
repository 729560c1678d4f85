using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Waymark.Hosting;

namespace Waymark.Features.Accounts.SignIn;

/// <summary>Begins, looks at, lists and ends sessions.</summary>
public sealed class Sessions(AccountDesk desk, IOptions<WaymarkOptions> waymark, TimeProvider clock)
{
    /// <summary>Adds a session to a unit of work, which saves it, and clears away those of the person that ended long ago.</summary>
    /// <returns>Its id.</returns>
    public static async Task<Guid> BeginAsync(
        AccountWork work,
        Practitioner person,
        Ways.Way way,
        CancellationToken cancellation
    )
    {
        var before = work.Now - SignInSession.Kept;
        await work
            .Db.SignInSessions.Where(s => s.PersonId == person.Id && s.SeenAt < before)
            .ExecuteDeleteAsync(cancellation);
        var session = new SignInSession
        {
            Id = Guid.NewGuid(),
            AgencyId = person.AgencyId,
            PersonId = person.Id,
            Way = way,
            BeganAt = work.Now,
            SeenAt = work.Now,
        };
        work.Db.SignInSessions.Add(session);
        return session.Id;
    }

    /// <summary>Whether the session of a signed-in person goes on; if so, that it was seen is kept.</summary>
    public async Task<bool> LookAsync(ClaimsPrincipal person, CancellationToken cancellation)
    {
        if (
            SignInSession.Of(person) is not { } id
            || CurrentPractitioner.From(person) is not { } me
        )
        {
            return false;
        }
        await using var work = desk.Open(me.AgencyId);
        var seen = await work
            .Db.SignInSessions.Where(s => s.Id == id && s.PersonId == me.Id && s.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.SeenAt, work.Now), cancellation);
        return seen == 1;
    }

    /// <summary>Those of a person that can still be used, the latest first.</summary>
    public async Task<IReadOnlyList<SignInSession>> OpenAsync(
        AccountWork work,
        Guid personId,
        CancellationToken cancellation
    )
    {
        var now = clock.GetUtcNow();
        var began = now - TimeSpan.FromHours(waymark.Value.LongestSignInHours);
        var seen =
            now - TimeSpan.FromMinutes(waymark.Value.SignInMinutes) - AccountsServices.SessionLook;
        return await work
            .Db.SignInSessions.Where(s =>
                s.PersonId == personId && s.EndedAt == null && s.BeganAt > began && s.SeenAt > seen
            )
            .OrderByDescending(s => s.BeganAt)
            .ToListAsync(cancellation);
    }

    /// <summary>Ends the session of a signed-in person, wherever its cookie has been copied to.</summary>
    public async Task EndAsync(ClaimsPrincipal person, CancellationToken cancellation)
    {
        if (
            SignInSession.Of(person) is not { } id
            || CurrentPractitioner.From(person) is not { } me
        )
        {
            return;
        }
        await using var work = desk.Open(me.AgencyId);
        DateTimeOffset? now = work.Now;
        await work
            .Db.SignInSessions.Where(s => s.Id == id && s.PersonId == me.Id && s.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now), cancellation);
    }
}
