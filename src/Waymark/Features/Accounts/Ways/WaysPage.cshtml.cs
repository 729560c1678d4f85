using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Waymark.Features.Accounts.External;
using Waymark.Features.Shared;
using Waymark.Hosting;

namespace Waymark.Features.Accounts.Ways;

/// <summary>The ways in which the person can sign in, and where each is changed.</summary>
public sealed class WaysPage(AccountDesk desk, IOptions<WaymarkOptions> waymark, TimeProvider clock)
    : WaymarkPage(clock)
{
    /// <summary>The ways the person has.</summary>
    public WaysOfPerson Ways { get; private set; } = null!;

    /// <summary>The agencies' own sign-ins that are linked to the account.</summary>
    public IReadOnlyList<OfferedProvider> Linked { get; private set; } = [];

    /// <summary>Those that are not.</summary>
    public IReadOnlyList<OfferedProvider> NotLinked { get; private set; } = [];

    /// <summary>Whether the person may go no further without a second way.</summary>
    public bool MustSetUp => User.HasClaim(c => c.Type == PractitionerClaims.MustSetUp);

    /// <summary>The local address to go on to, or null.</summary>
    public string? ReturnTo { get; private set; }

    /// <summary>What has just been done, in words, or null.</summary>
    public string? Done { get; private set; }

    public async Task OnGetAsync(
        [FromQuery(Name = "returnTo")] string? returnTo,
        string? done,
        CancellationToken cancellation
    )
    {
        ReturnTo = Url.IsLocalUrl(returnTo) ? returnTo : null;
        Done = done switch
        {
            "password" =>
                "Your password is changed. Other browsers where you were signed in are signed out within a minute.",
            "code-app-removed" => "Your code app is removed.",
            "passkey" => "Your passkey is added.",
            "passkey-changed" => "Your passkey has its new name.",
            "passkey-removed" => "Your passkey is removed.",
            "linked" => "It is linked. You can sign in with it from now on.",
            "unlinked" => "It is no longer linked.",
            _ => null,
        };
        await using var work = desk.Open(Me.AgencyId);
        Ways = await work.WaysAsync(await work.PersonAsync(Me.Id, cancellation), cancellation);
        var offered = OfferedProvider
            .All(waymark.Value)
            .ToLookup(p => Ways.Providers.Any(l => l.LoginProvider == p.Name));
        (Linked, NotLinked) = ([.. offered[true]], [.. offered[false]]);
    }
}
