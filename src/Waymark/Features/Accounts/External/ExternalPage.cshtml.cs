using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using Waymark.Hosting;

namespace Waymark.Features.Accounts.External;

/// <summary>
/// Goes to an agency's own sign-in. A link, not a form: the pages let no form be answered from elsewhere, and the provider's answer is bound
/// to this browser by a cookie.
/// </summary>
public sealed class ExternalPage(IOptions<WaymarkOptions> waymark) : PageModel
{
    public IActionResult OnGet(
        string? provider,
        [FromQuery(Name = "returnTo")] string? returnTo,
        bool again
    )
    {
        if (provider is null || !waymark.Value.SignIn.OpenIdConnect.ContainsKey(provider))
        {
            return NotFound();
        }
        return Challenge(
            ExternalJourney.Start(
                provider,
                "/accounts/external/back",
                Url.IsLocalUrl(returnTo) ? returnTo : null,
                again
            ),
            provider
        );
    }
}

/// <summary>What goes with a person to a provider and back, encrypted in the protocol's state.</summary>
internal static class ExternalJourney
{
    private const string Provider = "waymark:provider";
    private const string ReturnTo = "waymark:return-to";
    private const string Again = "waymark:again";

    public static AuthenticationProperties Start(
        string provider,
        string back,
        string? returnTo,
        bool again
    ) =>
        new(
            new Dictionary<string, string?>
            {
                [Provider] = provider,
                [ReturnTo] = returnTo,
                [Again] = again ? "true" : null,
            }
        )
        {
            RedirectUri = back,
        };

    /// <summary>Whether the provider is to ask who they are though it knows.</summary>
    public static bool AsksAgain(AuthenticationProperties journey) =>
        journey.Items.TryGetValue(Again, out var again) && again == "true";

    public static string? ProviderOf(AuthenticationProperties? journey) =>
        journey?.Items.TryGetValue(Provider, out var provider) == true ? provider : null;

    public static string? ReturnToOf(AuthenticationProperties? journey) =>
        journey?.Items.TryGetValue(ReturnTo, out var returnTo) == true ? returnTo : null;
}
