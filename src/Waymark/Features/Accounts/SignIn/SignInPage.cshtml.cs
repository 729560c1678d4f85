using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using Waymark.Data;
using Waymark.Features.Accounts.Ways;
using Waymark.Hosting;

namespace Waymark.Features.Accounts.SignIn;

/// <summary>Sign in with a passkey, or with e-mail and password and then a code; in a demo, with one click.</summary>
public sealed class SignInPage(
    SignInManager<Practitioner> signIn,
    WaymarkDb db,
    IOptions<WaymarkOptions> waymark,
    Entrance entrance,
    Attempts attempts,
    PendingSignIn pending,
    SignInLog log
) : PageModel
{
    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty(SupportsGet = true, Name = "returnTo")]
    public string? ReturnTo { get; set; }

    [BindProperty(Name = HeldPost.Field)]
    public string? Held { get; set; }

    /// <summary>What the authenticator answered, as JSON.</summary>
    [BindProperty(Name = PasskeyJson.Field)]
    public string? Credential { get; set; }

    /// <summary>What the form shows.</summary>
    public SignInForm Form { get; private set; } = null!;

    public Task OnGetAsync(CancellationToken cancellation) => ShowAsync("", cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var person = string.IsNullOrWhiteSpace(Email)
            ? null
            : await signIn.UserManager.FindByEmailAsync(Email.Trim());
        var may = person is null || await attempts.CountAsync(person.Id, cancellation);
        // An account that takes no tries for now answers as slowly as any other, and says the same.
        if (await IsPasswordAsync(may ? person : null))
        {
            return await GoOnAsync(person!, Way.Password, cancellation);
        }
        if (person is not null)
        {
            await RefusedAsync(person, cancellation);
        }
        return await RefuseAsync(SignInForm.WrongMessage, cancellation);
    }

    /// <summary>What the browser asks an authenticator for.</summary>
    public async Task<IActionResult> OnPostPasskeyOptionsAsync() =>
        Content(
            await signIn.MakePasskeyRequestOptionsAsync(null),
            "application/json",
            Encoding.UTF8
        );

    /// <summary>Sign-in with what the authenticator answered.</summary>
    public async Task<IActionResult> OnPostPasskeyAsync(CancellationToken cancellation)
    {
        var answer = await PasskeyJson.AssertAsync(signIn, Credential);
        if (answer is not { Succeeded: true, User: { } person, Passkey: { } passkey })
        {
            return await RefuseAsync(
                "That passkey did not let you in. Try again, or sign in with your password.",
                cancellation
            );
        }
        AccountWork.Succeeded(await signIn.UserManager.AddOrUpdatePasskeyAsync(person, passkey));
        return await GoOnAsync(person, Way.Passkey, cancellation);
    }

    /// <summary>One-click sign-in as a fictional person; there is no such thing outside a demo.</summary>
    public async Task<IActionResult> OnPostDemoAsync(Guid personId, CancellationToken cancellation)
    {
        if (!waymark.Value.Demo)
        {
            return NotFound();
        }
        var person = await signIn.UserManager.FindByIdAsync(personId.ToString());
        return person is null ? NotFound() : await GoOnAsync(person, Way.Demo, cancellation);
    }

    private async Task<IActionResult> GoOnAsync(
        Practitioner person,
        Way way,
        CancellationToken cancellation
    )
    {
        var step = await entrance.NextAsync(person, way, cancellation);
        switch (step)
        {
            case NextStep.Suspended:
                await RefusedAsync(person, cancellation);
                return await RefuseAsync(SignInForm.SuspendedMessage, cancellation);
            case NextStep.AskForCode:
                return new AskForCode(pending.For(person), ReturnTo, Held).Show(this);
            default:
                return await entrance.EnterAsync(
                    this,
                    person,
                    way,
                    step,
                    ReturnTo,
                    Held,
                    cancellation
                );
        }
    }

    /// <summary>Whether the password is the person's. An address of nobody takes as long to refuse as a wrong password.</summary>
    private async Task<bool> IsPasswordAsync(Practitioner? person)
    {
        var users = signIn.UserManager;
        if (person?.PasswordHash is not null)
        {
            return await users.CheckPasswordAsync(person, Password ?? "");
        }
        users.PasswordHasher.HashPassword(NoPerson(), Password ?? "");
        return false;
    }

    private static Practitioner NoPerson() =>
        new()
        {
            AgencyId = Guid.Empty,
            DisplayName = "",
            JobTitle = "",
        };

    private Task RefusedAsync(Practitioner person, CancellationToken cancellation) =>
        log.WriteAsync(
            person.AgencyId,
            person.Id,
            person.DisplayName,
            EventKinds.SignInRefused,
            cancellation
        );

    private async Task<IActionResult> RefuseAsync(string error, CancellationToken cancellation)
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;
        await ShowAsync(error, cancellation);
        return Page();
    }

    private async Task ShowAsync(string error, CancellationToken cancellation) =>
        Form = await SignInForm.LoadAsync(
            db,
            waymark.Value,
            ReturnTo,
            Held,
            Email,
            error,
            cancellation
        );
}
