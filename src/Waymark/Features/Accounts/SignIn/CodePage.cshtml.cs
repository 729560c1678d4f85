using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Waymark.Data;
using Waymark.Features.Accounts.Ways;
using Waymark.Hosting;

namespace Waymark.Features.Accounts.SignIn;

/// <summary>The second half of a sign-in: the code from the app, or a recovery code.</summary>
public sealed class CodePage(
    WaymarkDb db,
    IOptions<WaymarkOptions> waymark,
    CodeCheck codes,
    Entrance entrance,
    Attempts attempts,
    PendingSignIn pending,
    SignInLog log
) : PageModel
{
    [BindProperty]
    public string? Code { get; set; }

    [BindProperty(Name = "returnTo")]
    public string? ReturnTo { get; set; }

    [BindProperty(Name = HeldPost.Field)]
    public string? Held { get; set; }

    [BindProperty(Name = PendingSignIn.Field)]
    public string? Pending { get; set; }

    public IActionResult OnGet() => RedirectToPage("/Accounts/SignIn/SignInPage");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var half = pending.Read(Pending);
        var person = half is null
            ? null
            : await db
                .Users.AsNoTracking()
                .SingleOrDefaultAsync(p => p.Id == half.PersonId, cancellation);
        if (person is null || !half!.IsOf(person))
        {
            return await StartAgainAsync(
                "That took longer than ten minutes. Sign in again.",
                cancellation
            );
        }
        if (!await attempts.CountAsync(person.Id, cancellation))
        {
            await RefusedAsync(person, cancellation);
            return await StartAgainAsync(
                "Too many wrong codes. Wait five minutes and try again, or ask your administrator.",
                cancellation
            );
        }
        if (await codes.TakeAsync(person, Code, cancellation) is not { } way)
        {
            await RefusedAsync(person, cancellation);
            return new AskForCode(
                Pending!,
                ReturnTo,
                Held,
                "That code is not right, or it was used before. Wait for the next code and enter it"
            ).Show(this);
        }
        var step = await entrance.NextAsync(person, way, cancellation);
        return step == NextStep.Suspended
            ? await StartAgainAsync(SignInForm.SuspendedMessage, cancellation)
            : await entrance.EnterAsync(this, person, way, step, ReturnTo, Held, cancellation);
    }

    private Task RefusedAsync(Practitioner person, CancellationToken cancellation) =>
        log.WriteAsync(
            person.AgencyId,
            person.Id,
            person.DisplayName,
            EventKinds.SignInRefused,
            cancellation
        );

    private async Task<IActionResult> StartAgainAsync(
        string error,
        CancellationToken cancellation
    ) =>
        SignInView.Show(
            this,
            await SignInForm.LoadAsync(db, waymark.Value, ReturnTo, Held, "", error, cancellation)
        );
}
