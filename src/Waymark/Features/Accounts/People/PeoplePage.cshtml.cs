using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Waymark.Data;
using Waymark.Features.Shared;

namespace Waymark.Features.Accounts.People;

/// <summary>The agency's people and who is invited. Kept by an administrator.</summary>
public sealed class PeoplePage(WaymarkDb db, TimeProvider clock) : WaymarkPage(clock)
{
    /// <summary>The people by name.</summary>
    public IReadOnlyList<ListedPerson> People { get; private set; } = [];

    /// <summary>The invitations whose link still works, the newest first.</summary>
    public IReadOnlyList<AccountInvitation> Invitations { get; private set; } = [];

    [BindProperty]
    public Guid InvitationId { get; set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var people = await (
            from person in db.Users.AsNoTracking()
            where person.AgencyId == Me.AgencyId
            orderby person.DisplayName, person.Id
            select new
            {
                person.Id,
                person.DisplayName,
                person.JobTitle,
                person.SuspendedAt,
                Roles = (
                    from held in db.UserRoles
                    join role in db.Roles on held.RoleId equals role.Id
                    where held.UserId == person.Id
                    select role.Name
                ).ToList(),
                SecondWay = db.CodeApps.Any(a => a.PersonId == person.Id)
                    || db.UserPasskeys.Any(p => p.UserId == person.Id)
                    || db.UserLogins.Any(l => l.UserId == person.Id),
            }
        ).ToListAsync(cancellation);
        People =
        [
            .. people.Select(p => new ListedPerson(
                p.Id,
                p.DisplayName,
                p.JobTitle,
                [.. Roles.All.Where(p.Roles.Contains)],
                p.SuspendedAt is not null,
                p.SecondWay
            )),
        ];
        Invitations =
        [
            .. (
                await db
                    .AccountInvitations.AsNoTracking()
                    .Where(i => i.UsedAt == null && i.WithdrawnAt == null)
                    .OrderByDescending(i => i.MadeAt)
                    .ToListAsync(cancellation)
            ).Where(i => i.IsOpen(Now)),
        ];
    }

    /// <summary>Takes an invitation back: its link stops working at once.</summary>
    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancellation)
    {
        var invitation = await db.AccountInvitations.SingleOrDefaultAsync(
            i => i.Id == InvitationId && i.UsedAt == null && i.WithdrawnAt == null,
            cancellation
        );
        if (invitation is null)
        {
            return NotFound();
        }
        invitation.WithdrawnAt = Now;
        db.Events.Add(Event(EventKinds.AccountInvitationWithdrawn, concernId: null, invitation.Id));
        await db.SaveChangesAsync(cancellation);
        return Redirect("/people");
    }
}

/// <summary>A person in the list.</summary>
public sealed record ListedPerson(
    Guid Id,
    string Name,
    string JobTitle,
    IReadOnlyList<string> Roles,
    bool IsSuspended,
    bool HasSecondWay
);
