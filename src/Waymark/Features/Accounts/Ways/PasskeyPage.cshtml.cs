using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Waymark.Data;
using Waymark.Features.Accounts.SignIn;
using Waymark.Features.Shared.Forms;

namespace Waymark.Features.Accounts.Ways;

/// <summary>Renames or removes one of the person's passkeys.</summary>
public sealed class PasskeyPage(
    AccountDesk desk,
    Entrance entrance,
    SecondWayDemand demand,
    TimeProvider clock
) : ConfirmedPage(clock)
{
    /// <summary>The passkey.</summary>
    public UserPasskeyInfo Passkey { get; private set; } = null!;

    /// <summary>Its place in the address.</summary>
    public string Address => PasskeyAddress.Of(Passkey);

    [BindProperty]
    public string? Name { get; set; }

    public async Task<IActionResult> OnGetAsync(string passkey, CancellationToken cancellation)
    {
        await using var work = desk.Open(Me.AgencyId);
        if (await FindAsync(work, passkey, cancellation) is null)
        {
            return NotFound();
        }
        Name = Passkey.Name;
        return Page();
    }

    /// <summary>Gives it another name.</summary>
    public async Task<IActionResult> OnPostRenameAsync(
        string passkey,
        CancellationToken cancellation
    )
    {
        await using var work = desk.Open(Me.AgencyId);
        if (await FindAsync(work, passkey, cancellation) is not { } person)
        {
            return NotFound();
        }
        var name = PasskeyName.Normalise(Name);
        if (HasErrors(PasskeyName.Check(name)))
        {
            return ShowErrors();
        }
        work.Note(person, EventKinds.PasskeyRenamed, after: name);
        Passkey.Name = name;
        AccountWork.Succeeded(await work.Users.AddOrUpdatePasskeyAsync(person, Passkey));
        return LocalRedirect("/accounts/ways?done=passkey-changed");
    }

    /// <summary>Removes it, where the person can do without.</summary>
    public async Task<IActionResult> OnPostRemoveAsync(
        string passkey,
        CancellationToken cancellation
    )
    {
        await using var work = desk.Open(Me.AgencyId);
        if (await FindAsync(work, passkey, cancellation) is not { } person)
        {
            return NotFound();
        }
        var ways = await work.WaysAsync(person, cancellation);
        if (!ways.CanDoWithoutAPasskey(demand.IsDemanded))
        {
            Name = Passkey.Name;
            HasErrors(
                new FieldError(
                    "remove",
                    "Without this passkey you could not sign in. Set up another way first",
                    "last-way"
                )
            );
            return ShowErrors();
        }
        work.Note(person, EventKinds.PasskeyRemoved, after: Passkey.Name);
        AccountWork.Succeeded(await work.Users.RemovePasskeyAsync(person, Passkey.CredentialId));
        await work.EndSessionsAsync(person, SignInSession.Of(User));
        await entrance.RefreshAsync(person, Confirmation.WayOf(User), mustSetUp: false);
        return LocalRedirect("/accounts/ways?done=passkey-removed");
    }

    private async Task<Practitioner?> FindAsync(
        AccountWork work,
        string address,
        CancellationToken cancellation
    )
    {
        var person = await work.PersonAsync(Me.Id, cancellation);
        if (
            PasskeyAddress.Read(address) is not { } id
            || await work.Users.GetPasskeyAsync(person, id) is not { } found
        )
        {
            return null;
        }
        Passkey = found;
        return person;
    }
}
