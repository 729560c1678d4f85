using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Waymark.Data;
using Waymark.Features.Accounts.SignIn;
using Waymark.Features.Shared.Forms;

namespace Waymark.Features.Accounts.Ways;

/// <summary>Adds a passkey under a name.</summary>
public sealed class AddPasskeyPage(
    AccountDesk desk,
    SignInManager<Practitioner> signIn,
    Entrance entrance,
    TimeProvider clock
) : ConfirmedPage(clock)
{
    [BindProperty]
    public string? Name { get; set; }

    /// <summary>What the authenticator answered, as JSON.</summary>
    [BindProperty(Name = PasskeyJson.Field)]
    public string? Credential { get; set; }

    public void OnGet() { }

    /// <summary>What the browser asks an authenticator for.</summary>
    public async Task<IActionResult> OnPostOptionsAsync(CancellationToken cancellation)
    {
        await using var work = desk.Open(Me.AgencyId);
        var person = await work.PersonAsync(Me.Id, cancellation);
        return Content(
            await signIn.MakePasskeyCreationOptionsAsync(
                new()
                {
                    Id = person.Id.ToString(),
                    Name = person.Email!,
                    DisplayName = person.DisplayName,
                }
            ),
            "application/json",
            Encoding.UTF8
        );
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var name = PasskeyName.Normalise(Name);
        if (HasErrors(PasskeyName.Check(name)))
        {
            return ShowErrors();
        }
        var answer = await PasskeyJson.AttestAsync(signIn, Credential);
        if (
            answer is not { Succeeded: true, Passkey: { } passkey, UserEntity: { } entity }
            || entity.Id != Me.Id.ToString()
        )
        {
            HasErrors(
                new FieldError(
                    nameof(Name),
                    "The passkey was not made. Choose “Make the passkey” again and follow your device",
                    "passkey-not-made"
                )
            );
            return ShowErrors();
        }
        await using var work = desk.Open(Me.AgencyId);
        var person = await work.PersonAsync(Me.Id, cancellation);
        var had = (await work.WaysAsync(person, cancellation)).HasSecondWay;
        passkey.Name = name;
        work.Note(person, EventKinds.PasskeyAdded, after: name);
        var codes = had ? null : await NewRecoveryCodes.AddAsync(work, person, cancellation);
        AccountWork.Succeeded(await work.Users.AddOrUpdatePasskeyAsync(person, passkey));
        await work.EndSessionsAsync(person, SignInSession.Of(User));
        await entrance.RefreshAsync(person, Way.Passkey, mustSetUp: false);
        return codes is null
            ? LocalRedirect("/accounts/ways?done=passkey")
            : new ShownCodes(codes, Held: null).Show(this);
    }
}
