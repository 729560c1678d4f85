using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Waymark.Hosting;

namespace Waymark.Features.Accounts.SignIn;

/// <summary>
/// A session ends some hours after it began, however busy it is, and within a minute of being ended: a cookie that was copied does not work
/// for ever.
/// </summary>
internal static class SessionAge
{
    /// <summary>The claim of a session that began at a moment.</summary>
    public static Claim Claim(DateTimeOffset began) =>
        new(
            PractitionerClaims.Began,
            began.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)
        );

    /// <summary>When the session of a person began, or null where it does not say.</summary>
    public static DateTimeOffset? Began(ClaimsPrincipal person) =>
        long.TryParse(
            person.FindFirstValue(PractitionerClaims.Began),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var seconds
        )
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    /// <summary>Ends a session that is too old, was ended, or does not say which it is, and looks at the account as Identity does.</summary>
    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var longest = TimeSpan.FromHours(
            services.GetRequiredService<IOptions<WaymarkOptions>>().Value.LongestSignInHours
        );
        if (
            Began(context.Principal!) is { } began
            && now - began < longest
            && (
                now - context.Properties.IssuedUtc <= AccountsServices.SessionLook
                || await services
                    .GetRequiredService<Sessions>()
                    .LookAsync(context.Principal!, context.HttpContext.RequestAborted)
            )
        )
        {
            await SecurityStampValidator.ValidatePrincipalAsync(context);
            return;
        }
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
    }
}
