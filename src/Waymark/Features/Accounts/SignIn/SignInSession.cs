using System.Security.Claims;
using Waymark.Data;
using Waymark.Features.Accounts.Ways;

namespace Waymark.Features.Accounts.SignIn;

/// <summary>
/// That a person is signed in somewhere. The browser's cookie names it, and works no longer than the row says: a copy of a cookie is worth
/// nothing after signing out. No network address and no browser is kept.
/// </summary>
public sealed class SignInSession : IAgencyOwned
{
    /// <summary>How long the row of a session that is over is kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required Guid AgencyId { get; init; }

    /// <summary>The person.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>How they came in.</summary>
    public required Way Way { get; init; }

    public required DateTimeOffset BeganAt { get; init; }

    /// <summary>When it was last used, to the minute.</summary>
    public required DateTimeOffset SeenAt { get; set; }

    /// <summary>When it was ended, or null for one that was not.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>The session of a signed-in person, or null where the cookie names none.</summary>
    public static Guid? Of(ClaimsPrincipal person) =>
        Guid.TryParse(person.FindFirstValue(PractitionerClaims.Session), out var id) ? id : null;
}
