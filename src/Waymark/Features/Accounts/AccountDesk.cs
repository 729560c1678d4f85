using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Waymark.Data;
using Waymark.Features.Accounts.Ways;

namespace Waymark.Features.Accounts;

/// <summary>
/// Work on a person's account behind the wall of their own agency, in a unit of its own: the browser may be signed in to another agency, or
/// to none yet.
/// </summary>
public sealed class AccountDesk(IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <summary>Opens the desk for an agency.</summary>
    public AccountWork Open(Guid agencyId)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<AgencyScope>().Enter(agencyId);
        return new(scope, agencyId, clock.GetUtcNow());
    }
}

/// <summary>
/// One unit of work on accounts. Events added to <see cref="Db"/> are saved with the next change that <see cref="Users"/> makes, in one
/// transaction.
/// </summary>
public sealed class AccountWork : IAsyncDisposable
{
    private readonly AsyncServiceScope _scope;
    private readonly Guid _agencyId;

    internal AccountWork(AsyncServiceScope scope, Guid agencyId, DateTimeOffset now)
    {
        (_scope, _agencyId, Now) = (scope, agencyId, now);
        Db = scope.ServiceProvider.GetRequiredService<WaymarkDb>();
        Users = scope.ServiceProvider.GetRequiredService<UserManager<Practitioner>>();
    }

    /// <summary>The store, behind the agency's wall.</summary>
    public WaymarkDb Db { get; }

    /// <summary>Identity's manager on the same store.</summary>
    public UserManager<Practitioner> Users { get; }

    /// <summary>The moment of this work.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>The account of a person of the agency.</summary>
    public Task<Practitioner> PersonAsync(Guid personId, CancellationToken cancellation) =>
        Db.Users.SingleAsync(p => p.Id == personId && p.AgencyId == _agencyId, cancellation);

    /// <summary>The ways in which a person can sign in.</summary>
    public async Task<WaysOfPerson> WaysAsync(
        Practitioner person,
        CancellationToken cancellation
    ) =>
        new(
            person.PasswordHash is not null,
            await Db
                .CodeApps.Where(a => a.PersonId == person.Id)
                .Select(a => (DateTimeOffset?)a.AddedAt)
                .SingleOrDefaultAsync(cancellation),
            await Db.RecoveryCodes.CountAsync(
                c => c.PersonId == person.Id && c.UsedAt == null,
                cancellation
            ),
            [.. (await Users.GetPasskeysAsync(person)).OrderBy(p => p.CreatedAt)],
            [.. await Users.GetLoginsAsync(person)]
        );

    /// <summary>Adds an event about a person's account, done by themself.</summary>
    public void Note(Practitioner person, string kind, string place = "", string? after = null) =>
        Db.Events.Add(
            new()
            {
                AgencyId = _agencyId,
                At = Now,
                ById = person.Id,
                ByName = person.DisplayName,
                Kind = kind,
                SubjectId = person.Id,
                Place = place,
                After = after,
            }
        );

    /// <summary>Ends every session of a person within a minute, and saves what was noted.</summary>
    /// <param name="person">The person.</param>
    /// <param name="but">The session in which they did it themselves, which goes on; or null.</param>
    public async Task EndSessionsAsync(Practitioner person, Guid? but = null)
    {
        foreach (
            var session in await Db
                .SignInSessions.Where(s =>
                    s.PersonId == person.Id && s.EndedAt == null && s.Id != but
                )
                .ToListAsync()
        )
        {
            session.EndedAt = Now;
        }
        Succeeded(await Users.UpdateSecurityStampAsync(person));
    }

    /// <summary>Takes a refusal by Identity of what was checked before as the bug that it is.</summary>
    /// <exception cref="InvalidOperationException">It was refused.</exception>
    public static void Succeeded(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException(
                string.Join(" ", result.Errors.Select(e => e.Description))
            );
        }
    }

    public ValueTask DisposeAsync() => _scope.DisposeAsync();
}
