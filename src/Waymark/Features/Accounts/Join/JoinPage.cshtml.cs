using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Waymark.Features.Accounts.People;
using Waymark.Features.Accounts.SignIn;
using Waymark.Features.Accounts.Ways;
using Waymark.Features.Shared;

namespace Waymark.Features.Accounts.Join;

/// <summary>
/// Where an invitation's link leads: the invited person chooses a password and is in. A link that is used, too old, taken back or altered
/// gets one and the same answer.
/// </summary>
public sealed class JoinPage(AccountDesk desk, Entrance entrance, TimeProvider clock)
    : WaymarkPage(clock)
{
    /// <summary>The invitation, or null when the link does not work.</summary>
    public AccountInvitation? Invitation { get; private set; }

    /// <summary>The name of the agency that invites.</summary>
    public string AgencyName { get; private set; } = "";

    [BindProperty]
    public string? Password { get; set; }

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancellation)
    {
        await using var work = Open(token);
        return await FindAsync(work, token, cancellation) ? Page() : Unknown();
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancellation)
    {
        await using var work = Open(token);
        if (!await FindAsync(work, token, cancellation))
        {
            return Unknown();
        }
        var invitation = Invitation!;
        if (
            HasErrors(
                PasswordRules.Check(
                    nameof(Password),
                    Password,
                    invitation.Email,
                    invitation.Name,
                    AgencyName
                )
            )
        )
        {
            return ShowErrors();
        }
        // Of two at the same moment one is taken, and the account is made in the same transaction.
        await using var transaction = await work!.Db.Database.BeginTransactionAsync(cancellation);
        DateTimeOffset? now = Now;
        var taken = await work
            .Db.AccountInvitations.Where(i => i.Id == invitation.Id && i.UsedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.UsedAt, now), cancellation);
        if (taken == 0 || await work.Users.FindByEmailAsync(invitation.Email) is not null)
        {
            return Unknown();
        }
        var person = await NewAccount.AddAsync(
            work,
            invitation.AgencyId,
            new(
                invitation.Email,
                invitation.Name,
                invitation.JobTitle,
                invitation.Roles.Split(' ')
            ),
            Password
        );
        await transaction.CommitAsync(cancellation);
        var step = await entrance.NextAsync(person, Way.Password, cancellation);
        return await entrance.EnterAsync(
            this,
            person,
            Way.Password,
            step,
            returnTo: "/",
            held: null,
            cancellation
        );
    }

    private AccountWork? Open(string token) =>
        InvitationToken.Agency(token) is { } agency ? desk.Open(agency) : null;

    private PageResult Unknown()
    {
        Invitation = null;
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }

    private async Task<bool> FindAsync(
        AccountWork? work,
        string token,
        CancellationToken cancellation
    )
    {
        if (work is null)
        {
            return false;
        }
        var hash = InvitationToken.Hash(token);
        var found = await work
            .Db.AccountInvitations.AsNoTracking()
            .SingleOrDefaultAsync(i => i.TokenHash == hash, cancellation);
        if (found is null || !found.IsOpen(Now))
        {
            return false;
        }
        Invitation = found;
        AgencyName = await work
            .Db.Agencies.Where(a => a.Id == found.AgencyId)
            .Select(a => a.Name)
            .SingleAsync(cancellation);
        return true;
    }
}
