using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Waymark.Data;
using Waymark.Features.Shared.Forms;
using Waymark.Mail;

namespace Waymark.Features.Accounts.Forgotten;

/// <summary>
/// Asks for a new password by letter. Every address gets the same answer, before it is looked up, so that neither words nor time tell who
/// has an account.
/// </summary>
public sealed class ForgottenPage(
    AccountDesk desk,
    PasswordLink links,
    Post post,
    TimeProvider clock,
    IServiceScopeFactory scopes,
    ILogger<ForgottenPage> log
) : PageModel
{
    /// <summary>How long after a letter the same person gets no other.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    [BindProperty]
    public string? Email { get; set; }

    /// <summary>What is wrong with what was typed.</summary>
    public List<FieldError> Errors { get; } = [];

    /// <summary>Whether letters can leave; where not, an administrator helps.</summary>
    public bool MailIsOn => post.IsOn;

    /// <summary>Whether a letter was asked for.</summary>
    public bool IsAsked { get; private set; }

    public void OnGet() { }

    public IActionResult OnPost()
    {
        if (!post.IsOn)
        {
            return Page();
        }
        var email = (Email ?? "").Trim();
        if (!Letter.IsAddress(email))
        {
            Errors.Add(
                new(
                    nameof(Email),
                    "Enter the e-mail address you sign in with, such as name@example.org",
                    "email-required"
                )
            );
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }
        Response.OnCompleted(() => SendAsync(email));
        IsAsked = true;
        return Page();
    }

    private async Task SendAsync(string email)
    {
        try
        {
            if (await FindAsync(email) is { } person)
            {
                await SendAsync(person);
            }
        }
        catch (Exception problem)
            when (problem is System.Data.Common.DbException or DbUpdateException)
        {
            log.LogWarning(
                "A letter for a new password was not sent: {Problem}.",
                problem.GetType().Name
            );
        }
    }

    private async Task<Practitioner?> FindAsync(string email)
    {
        await using var scope = scopes.CreateAsyncScope();
        var normalised = email.ToUpperInvariant();
        return await scope
            .ServiceProvider.GetRequiredService<WaymarkDb>()
            .Users.AsNoTracking()
            .SingleOrDefaultAsync(p => p.NormalizedEmail == normalised);
    }

    private async Task SendAsync(Practitioner person)
    {
        await using var work = desk.Open(person.AgencyId);
        var since = work.Now - Pause;
        if (
            !PasswordLink.IsFor(person, (await work.Users.GetLoginsAsync(person)).Count > 0)
            || await work.Db.Events.AnyAsync(e =>
                e.Kind == EventKinds.PasswordLinkMade && e.SubjectId == person.Id && e.At > since
            )
        )
        {
            return;
        }
        work.Db.Events.Add(
            PasswordLink.Made(person, person.Id, person.DisplayName, clock.GetUtcNow())
        );
        await work.Db.SaveChangesAsync();
        await post.SendAsync(
            PasswordLink.Letter(person, askedBy: null, post.Link(links.PathFor(person))),
            CancellationToken.None
        );
    }
}
