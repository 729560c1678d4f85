using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Waymark.Data;
using Waymark.Features.Accounts.External;
using Waymark.Features.Accounts.SignIn;
using Waymark.Features.Shared;
using Waymark.Features.Shared.Forms;
using Waymark.Hosting;

namespace Waymark.Features.Accounts.Ways;

/// <summary>Asks a signed-in person to prove again who they are: by passkey, code, password or their agency's own sign-in.</summary>
public sealed class ConfirmPage(
    AccountDesk desk,
    SignInManager<Practitioner> signIn,
    CodeCheck codes,
    Attempts attempts,
    Entrance entrance,
    IOptions<WaymarkOptions> waymark,
    TimeProvider clock
) : WaymarkPage(clock)
{
    /// <summary>The ways the person has.</summary>
    public WaysOfPerson Ways { get; private set; } = null!;

    /// <summary>The agency's own sign-ins that are linked.</summary>
    public IReadOnlyList<OfferedProvider> Providers { get; private set; } = [];

    [BindProperty(SupportsGet = true, Name = "returnTo")]
    public string? ReturnTo { get; set; }

    /// <summary>A code where the person has a code app, else their password.</summary>
    [BindProperty]
    public string? Proof { get; set; }

    /// <summary>What the authenticator answered, as JSON.</summary>
    [BindProperty(Name = PasskeyJson.Field)]
    public string? Credential { get; set; }

    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var person = await LoadAsync(cancellation);
        if (!await attempts.CountAsync(person.Id, cancellation))
        {
            return await RefuseAsync(
                person,
                "Too many wrong tries. Wait five minutes and try again",
                "locked",
                cancellation
            );
        }
        var right = Ways.CodeAppSince is not null
            ? await codes.TakeAsync(person, Proof, cancellation) is not null
            : person.PasswordHash is not null
                && await signIn.UserManager.CheckPasswordAsync(person, Proof ?? "");
        return right
            ? await ConfirmAsync(person, cancellation)
            : await RefuseAsync(
                person,
                Ways.CodeAppSince is not null
                    ? "That code is not right, or it was used before. Wait for the next code and enter it"
                    : "That is not your password. Check it and try again",
                "proof-wrong",
                cancellation
            );
    }

    /// <summary>What the browser asks an authenticator for.</summary>
    public async Task<IActionResult> OnPostPasskeyOptionsAsync(CancellationToken cancellation) =>
        Content(
            await signIn.MakePasskeyRequestOptionsAsync(await LoadAsync(cancellation)),
            "application/json",
            Encoding.UTF8
        );

    /// <summary>The proof by passkey.</summary>
    public async Task<IActionResult> OnPostPasskeyAsync(CancellationToken cancellation)
    {
        var person = await LoadAsync(cancellation);
        var answer = await PasskeyJson.AssertAsync(signIn, Credential);
        if (
            answer is not { Succeeded: true, User: { } owner, Passkey: { } passkey }
            || owner.Id != person.Id
        )
        {
            return await RefuseAsync(
                person,
                "That passkey did not show who you are. Try again, or use another way",
                "passkey-wrong",
                cancellation
            );
        }
        AccountWork.Succeeded(await signIn.UserManager.AddOrUpdatePasskeyAsync(owner, passkey));
        return await ConfirmAsync(owner, cancellation);
    }

    private async Task<IActionResult> ConfirmAsync(
        Practitioner person,
        CancellationToken cancellation
    )
    {
        await attempts.ForgetAsync(person.Id, cancellation);
        await NoteAsync(person, EventKinds.SignInConfirmed, cancellation);
        await entrance.RefreshAsync(
            person,
            Confirmation.WayOf(User),
            User.HasClaim(c => c.Type == PractitionerClaims.MustSetUp)
        );
        return LocalRedirect(Url.IsLocalUrl(ReturnTo) ? ReturnTo! : "/accounts/ways");
    }

    private async Task<IActionResult> RefuseAsync(
        Practitioner person,
        string message,
        string code,
        CancellationToken cancellation
    )
    {
        await NoteAsync(person, EventKinds.SignInRefused, cancellation);
        HasErrors(new FieldError(nameof(Proof), message, code));
        return ShowErrors();
    }

    private async Task NoteAsync(Practitioner person, string kind, CancellationToken cancellation)
    {
        await using var work = desk.Open(person.AgencyId);
        work.Note(person, kind, "confirm");
        await work.Db.SaveChangesAsync(cancellation);
    }

    private async Task<Practitioner> LoadAsync(CancellationToken cancellation)
    {
        await using var work = desk.Open(Me.AgencyId);
        var person = await work.PersonAsync(Me.Id, cancellation);
        Ways = await work.WaysAsync(person, cancellation);
        Providers =
        [
            .. OfferedProvider
                .All(waymark.Value)
                .Where(p => Ways.Providers.Any(l => l.LoginProvider == p.Name)),
        ];
        return person;
    }
}
