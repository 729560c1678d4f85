using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Waymark.Data;
using Waymark.Features.Accounts.Forgotten;
using Waymark.Features.Shared;
using Waymark.Features.Shared.Forms;
using Waymark.Hosting;
using Waymark.Mail;

namespace Waymark.Features.Accounts.People;

/// <summary>One person of the agency: roles, suspending and restoring, and a fresh start when their phone is lost.</summary>
public sealed class PersonPage(
    AccountDesk desk,
    PasswordLink links,
    Post post,
    IOptions<WaymarkOptions> waymark,
    TimeProvider clock
) : WaymarkPage(clock)
{
    /// <summary>The person.</summary>
    public Practitioner Person { get; private set; } = null!;

    /// <summary>The roles ticked.</summary>
    [BindProperty]
    public List<string> Chosen { get; set; } = [];

    /// <summary>Whether a letter with a link for a new password has just been sent.</summary>
    public bool IsLinkSent { get; private set; }

    /// <summary>A link for a new password, to be handed over, where no letter brings it; else null.</summary>
    public string? Link { get; private set; }

    /// <summary>Whether the person has just been signed out everywhere.</summary>
    public bool IsSignedOut { get; private set; }

    public async Task<IActionResult> OnGetAsync(
        Guid personId,
        string? done,
        CancellationToken cancellation
    )
    {
        IsSignedOut = done == "signed-out";
        await using var work = desk.Open(Me.AgencyId);
        if (!await FindAsync(work, personId, cancellation))
        {
            return NotFound();
        }
        Chosen = [.. await work.Users.GetRolesAsync(Person)];
        return Page();
    }

    /// <summary>Gives the person exactly the roles ticked.</summary>
    public async Task<IActionResult> OnPostRolesAsync(Guid personId, CancellationToken cancellation)
    {
        await using var work = desk.Open(Me.AgencyId);
        if (!await FindAsync(work, personId, cancellation))
        {
            return NotFound();
        }
        if (Chosen.Count == 0 || !Chosen.TrueForAll(Roles.All.Contains))
        {
            return Refuse("Roles", "Choose at least one role", "role-required");
        }
        if (
            !Chosen.Contains(Roles.Administrator)
            && await IsLastAdministratorAsync(work, cancellation)
        )
        {
            return Refuse(
                "Roles",
                "This is your agency’s last administrator. Make somebody else one first",
                "last-administrator"
            );
        }
        await RoleChange.ApplyAsync(work, Person, Chosen, Me, cancellation);
        return Back();
    }

    /// <summary>Suspends the account: its sessions end within a minute.</summary>
    public async Task<IActionResult> OnPostSuspendAsync(
        Guid personId,
        CancellationToken cancellation
    )
    {
        await using var work = desk.Open(Me.AgencyId);
        if (!await FindAsync(work, personId, cancellation))
        {
            return NotFound();
        }
        if (await IsLastAdministratorAsync(work, cancellation))
        {
            Chosen = [.. await work.Users.GetRolesAsync(Person)];
            return Refuse(
                "suspend",
                "This is your agency’s last administrator. Make somebody else one first",
                "last-administrator"
            );
        }
        if (Person.SuspendedAt is null)
        {
            Person.SuspendedAt = Now;
            Note(work, EventKinds.AccountSuspended);
            await work.EndSessionsAsync(Person);
        }
        return Back();
    }

    /// <summary>Lets the account's person in again.</summary>
    public async Task<IActionResult> OnPostRestoreAsync(
        Guid personId,
        CancellationToken cancellation
    )
    {
        await using var work = desk.Open(Me.AgencyId);
        if (!await FindAsync(work, personId, cancellation))
        {
            return NotFound();
        }
        if (Person.SuspendedAt is not null)
        {
            Person.SuspendedAt = null;
            Note(work, EventKinds.AccountRestored);
            await work.EndSessionsAsync(Person);
        }
        return Back();
    }

    /// <summary>Takes away the second ways of a person who has lost them.</summary>
    public async Task<IActionResult> OnPostResetAsync(Guid personId, CancellationToken cancellation)
    {
        await using var work = desk.Open(Me.AgencyId);
        if (!await FindAsync(work, personId, cancellation))
        {
            return NotFound();
        }
        work.Db.CodeApps.RemoveRange(
            await work.Db.CodeApps.Where(a => a.PersonId == personId).ToListAsync(cancellation)
        );
        work.Db.RecoveryCodes.RemoveRange(
            await work.Db.RecoveryCodes.Where(c => c.PersonId == personId).ToListAsync(cancellation)
        );
        work.Db.UserPasskeys.RemoveRange(
            await work.Db.UserPasskeys.Where(p => p.UserId == personId).ToListAsync(cancellation)
        );
        Note(work, EventKinds.AccountWaysReset);
        await work.EndSessionsAsync(Person);
        return Back();
    }

    /// <summary>Makes a link for a new password: a letter brings it, or the page shows it once.</summary>
    public async Task<IActionResult> OnPostPasswordAsync(
        Guid personId,
        CancellationToken cancellation
    )
    {
        await using var work = desk.Open(Me.AgencyId);
        if (!await FindAsync(work, personId, cancellation))
        {
            return NotFound();
        }
        Chosen = [.. await work.Users.GetRolesAsync(Person)];
        if (!PasswordLink.IsFor(Person, (await work.Users.GetLoginsAsync(Person)).Count > 0))
        {
            return Refuse(
                "password",
                "This account is suspended, or its person signs in with your agency’s own account",
                "no-password"
            );
        }
        work.Db.Events.Add(PasswordLink.Made(Person, Me.Id, Me.Name, Now));
        await work.Db.SaveChangesAsync(cancellation);
        var path = links.PathFor(Person);
        IsLinkSent =
            post.IsOn
            && await post.SendAsync(
                PasswordLink.Letter(Person, Me.Name, post.Link(path)),
                cancellation
            ) == Delivery.Sent;
        Link = IsLinkSent ? null : waymark.Value.Link(path, Request);
        return Page();
    }

    /// <summary>Signs the person out wherever they are signed in.</summary>
    public async Task<IActionResult> OnPostSignOutAsync(
        Guid personId,
        CancellationToken cancellation
    )
    {
        await using var work = desk.Open(Me.AgencyId);
        if (!await FindAsync(work, personId, cancellation))
        {
            return NotFound();
        }
        Note(work, EventKinds.SessionsEnded);
        await work.EndSessionsAsync(Person);
        return Redirect($"/people/{Person.Id}?done=signed-out");
    }

    private RedirectResult Back() => Redirect($"/people/{Person.Id}");

    private PageResult Refuse(string field, string message, string code)
    {
        HasErrors(new FieldError(field, message, code));
        return ShowErrors();
    }

    private void Note(AccountWork work, string kind) =>
        work.Db.Events.Add(Event(kind, concernId: null, Person.Id));

    private async Task<bool> IsLastAdministratorAsync(
        AccountWork work,
        CancellationToken cancellation
    ) =>
        await work.Users.IsInRoleAsync(Person, Roles.Administrator)
        && await RoleChange.IsLastAdministratorAsync(work.Db, Person, cancellation);

    private async Task<bool> FindAsync(
        AccountWork work,
        Guid personId,
        CancellationToken cancellation
    )
    {
        var found = await work.Db.Users.SingleOrDefaultAsync(
            p => p.Id == personId && p.AgencyId == Me.AgencyId,
            cancellation
        );
        Person = found!;
        return found is not null;
    }
}
