using System.Globalization;
using System.Security.Claims;

namespace Waymark.Features.Accounts.Ways;

/// <summary>Whether a person proved who they are a short while ago. Pure.</summary>
public static class Confirmation
{
    /// <summary>For how long a proof is good for adding or removing a way to sign in.</summary>
    public static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(10);

    /// <summary>Whether it was within <see cref="GoodFor"/> before a moment.</summary>
    public static bool IsFresh(ClaimsPrincipal person, DateTimeOffset now) =>
        long.TryParse(
            person.FindFirstValue(PractitionerClaims.ConfirmedAt),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var seconds
        )
        && now - DateTimeOffset.FromUnixTimeSeconds(seconds) < GoodFor;

    /// <summary>The way by which the person signed in; the weakest where the cookie does not say.</summary>
    public static Way WayOf(ClaimsPrincipal person) =>
        Enum.TryParse<Way>(person.FindFirstValue(PractitionerClaims.Way), out var way)
            ? way
            : Way.Password;
}
