using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Waymark.Data;
using Waymark.Features.Shared;
using Waymark.Hosting;
using Waymark.Mail;

namespace Waymark.Features.Accounts.People;

/// <summary>Invites a person to have an account: a letter brings the link, or it is shown once, to be handed over.</summary>
public sealed class InvitePage(
    WaymarkDb db,
    IOptions<WaymarkOptions> waymark,
    Post post,
    TimeProvider clock
) : WaymarkPage(clock)
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

    /// <summary>Whether the invitation is made.</summary>
    public bool IsMade { get; private set; }

    /// <summary>Whether a letter has brought the link on its way.</summary>
    public bool IsSent { get; private set; }

    /// <summary>Whether letters can leave at all.</summary>
    public bool MailIsOn => post.IsOn;

    /// <summary>The link, to be handed over; null where it was sent.</summary>
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
        var path = Inviting.Add(db, Me.AgencyId, joiner, Me.Id, Me.Name, Now);
        await db.SaveChangesAsync(cancellation);
        IsSent =
            post.IsOn
            && await post.SendAsync(
                Inviting.Letter(joiner, Me.Name, Me.AgencyName, post.Link(path)),
                cancellation
            ) == Delivery.Sent;
        Link = IsSent ? null : waymark.Value.Link(path, Request);
        IsMade = true;
        Response.Headers.CacheControl = "no-store";
        return Page();
    }
}
