using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Waymark.Data;
using Waymark.Features.Shared;
using Waymark.Hosting;

namespace Waymark.Features.Accounts.People;

/// <summary>Invites a person to have an account: makes a link that is shown once, to be handed over.</summary>
public sealed class InvitePage(WaymarkDb db, IOptions<WaymarkOptions> waymark, TimeProvider clock)
    : WaymarkPage(clock)
{
    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? JobTitle { get; set; }

    /// <summary>The roles ticked.</summary>
    [BindProperty]
    public List<string> Chosen { get; set; } = [];

    /// <summary>The link, once it is made.</summary>
    public string? Link { get; private set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var form = new InvitationForm(Email, Name, JobTitle, Chosen);
        var joiner = form.ToJoiner();
        var normalised = joiner.Email.ToUpperInvariant();
        var taken = await db.Users.AnyAsync(p => p.NormalizedEmail == normalised, cancellation);
        if (HasErrors(form.Check(taken)))
        {
            return ShowErrors();
        }
        var token = InvitationToken.New(Me.AgencyId);
        var invitation = new AccountInvitation
        {
            Id = Guid.CreateVersion7(Now),
            AgencyId = Me.AgencyId,
            Email = joiner.Email,
            Name = joiner.Name,
            JobTitle = joiner.JobTitle,
            Roles = string.Join(' ', joiner.Roles),
            TokenHash = InvitationToken.Hash(token),
            MadeAt = Now,
            MadeById = Me.Id,
            MadeByName = Me.Name,
        };
        db.AccountInvitations.Add(invitation);
        db.Events.Add(
            Event(
                EventKinds.AccountInvited,
                concernId: null,
                invitation.Id,
                after: invitation.Roles
            )
        );
        await db.SaveChangesAsync(cancellation);
        var path = $"/accounts/join/{token}";
        Link = waymark.Value.Link(path) ?? $"{Request.Scheme}://{Request.Host}{path}";
        Response.Headers.CacheControl = "no-store";
        return Page();
    }
}
