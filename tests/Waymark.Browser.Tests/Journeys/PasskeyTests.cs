using Xunit;

namespace Waymark.Browser.Tests.Journeys;

/// <summary>
/// A passkey from adding to removing, by keyboard, with Chromium's own virtual authenticator. The page is opened on "localhost": a passkey
/// belongs to a name, and a number is none.
/// </summary>
public sealed class PasskeyTests(Chromium chromium, Site site) : BrowserTest(chromium)
{
    [Fact]
    public async Task Passkey_AddedUsedAndRemoved_LetsInUntilItIsRemoved()
    {
        var visit = await OpenAsync(site);
        await PlugInAuthenticatorAsync(visit);
        await visit.OpenAsync(Local("/accounts/sign-in"));
        await visit.Keyboard.TypeAsync("E-mail address", "grace.amoah@demo.example");
        await visit.Keyboard.TypeAsync("Password", Waymark.Features.Demo.DemoData.Password);
        await visit.Keyboard.SendAsync("Sign in");

        await visit.OpenAsync(Local("/accounts/ways/passkeys/add"));
        await visit.Keyboard.TypeAsync("Name of the passkey", "Work phone");
        await visit.Keyboard.SendAsync("Make the passkey");
        Assert.Equal("Your recovery codes", await visit.HeadingAsync());
        await visit.Keyboard.SendAsync("Sign out");

        await visit.OpenAsync(Local("/accounts/sign-in?returnTo=/accounts/ways"));
        await visit.Keyboard.SendAsync("Sign in with a passkey");
        Assert.Equal("How you sign in", await visit.HeadingAsync());
        await visit.Keyboard.FollowAsync("Change passkey Work phone");
        await visit.Keyboard.SendAsync("Remove this passkey");
        await visit.SeeAsync("Your passkey is removed.");
        await visit.Keyboard.SendAsync("Sign out");

        await visit.OpenAsync(Local("/accounts/sign-in"));
        await visit.Keyboard.SendAsync("Sign in with a passkey");
        await visit.SeeAsync("That passkey did not let you in.");
    }

    private string Local(string path) => $"http://localhost:{site.Address.Port}{path}";

    private static async Task PlugInAuthenticatorAsync(Visit visit)
    {
        var devTools = await visit.Page.Context.NewCDPSessionAsync(visit.Page);
        await devTools.SendAsync("WebAuthn.enable");
        await devTools.SendAsync(
            "WebAuthn.addVirtualAuthenticator",
            new()
            {
                ["options"] = new Dictionary<string, object>
                {
                    ["protocol"] = "ctap2",
                    ["transport"] = "internal",
                    ["hasResidentKey"] = true,
                    ["hasUserVerification"] = true,
                    ["isUserVerified"] = true,
                    ["automaticPresenceSimulation"] = true,
                },
            }
        );
    }
}
