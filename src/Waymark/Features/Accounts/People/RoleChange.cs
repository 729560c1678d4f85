using Microsoft.EntityFrameworkCore;
using Waymark.Data;

namespace Waymark.Features.Accounts.People;

/// <summary>Changes which roles a person has.</summary>
internal static class RoleChange
{
    /// <summary>
    /// Gives a person exactly these roles. The agency's last administrator keeps that role. Pages show it within a minute.
    /// </summary>
    /// <param name="work">The unit of work.</param>
    /// <param name="person">Whose roles.</param>
    /// <param name="roles">The roles from now on.</param>
    /// <param name="by">Who changes them, or null for the agency's own sign-in.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task ApplyAsync(
        AccountWork work,
        Practitioner person,
        IReadOnlyList<string> roles,
        CurrentPractitioner? by,
        CancellationToken cancellation
    )
    {
        var had = await work.Users.GetRolesAsync(person);
        List<string> wanted = [.. roles];
        if (
            had.Contains(Roles.Administrator)
            && !wanted.Contains(Roles.Administrator)
            && await IsLastAdministratorAsync(work.Db, person, cancellation)
        )
        {
            wanted.Add(Roles.Administrator);
        }
        if (had.Order().SequenceEqual(wanted.Order()))
        {
            return;
        }
        work.Db.Events.Add(
            new()
            {
                AgencyId = person.AgencyId,
                At = work.Now,
                ById = by?.Id ?? person.Id,
                ByName = by?.Name ?? person.DisplayName,
                Kind = EventKinds.AccountRolesChanged,
                SubjectId = person.Id,
                Place = by is null ? "provider" : "",
                Before = string.Join(' ', had.Order(StringComparer.Ordinal)),
                After = string.Join(' ', wanted.Order(StringComparer.Ordinal)),
            }
        );
        var ids = await work.Db.Roles.ToDictionaryAsync(r => r.Name!, r => r.Id, cancellation);
        var rows = await work
            .Db.UserRoles.Where(r => r.UserId == person.Id)
            .ToListAsync(cancellation);
        work.Db.UserRoles.RemoveRange(
            rows.Where(r => wanted.TrueForAll(name => ids[name] != r.RoleId))
        );
        work.Db.UserRoles.AddRange(
            wanted
                .Where(name => !had.Contains(name))
                .Select(name => new Microsoft.AspNetCore.Identity.IdentityUserRole<Guid>
                {
                    UserId = person.Id,
                    RoleId = ids[name],
                })
        );
        await work.Db.SaveChangesAsync(cancellation);
    }

    /// <summary>Whether nobody else of the agency, whose account lets them in, is an administrator.</summary>
    public static async Task<bool> IsLastAdministratorAsync(
        WaymarkDb db,
        Practitioner person,
        CancellationToken cancellation
    ) =>
        !await (
            from other in db.Users
            join held in db.UserRoles on other.Id equals held.UserId
            join role in db.Roles on held.RoleId equals role.Id
            where
                other.AgencyId == person.AgencyId
                && other.Id != person.Id
                && other.SuspendedAt == null
                && role.Name == Roles.Administrator
            select other
        ).AnyAsync(cancellation);
}
