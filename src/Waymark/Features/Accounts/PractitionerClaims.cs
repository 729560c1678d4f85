using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Waymark.Data;

namespace Waymark.Features.Accounts;

/// <summary>The claims a signed-in person carries: agency, names and roles, so that no page asks the database for them.</summary>
public sealed class PractitionerClaims(
    UserManager<Practitioner> users,
    RoleManager<IdentityRole<Guid>> roles,
    IOptions<IdentityOptions> options,
    WaymarkDb db
) : UserClaimsPrincipalFactory<Practitioner, IdentityRole<Guid>>(users, roles, options)
{
    public const string AgencyId = "waymark:agency-id";
    public const string AgencyName = "waymark:agency-name";
    public const string DisplayName = "waymark:display-name";
    public const string JobTitle = "waymark:job-title";

    /// <summary>By which <see cref="Ways.Way"/> the person signed in.</summary>
    public const string Way = "waymark:way";

    /// <summary>When the person last proved who they are: seconds since 1970, UTC.</summary>
    public const string ConfirmedAt = "waymark:confirmed-at";

    /// <summary>When the session began: seconds since 1970, UTC.</summary>
    public const string Began = "waymark:began";

    /// <summary>The id of the <see cref="SignIn.SignInSession"/>.</summary>
    public const string Session = "waymark:session";

    /// <summary>Present while the person must still set up a second way to sign in, and may do nothing else.</summary>
    public const string MustSetUp = "waymark:must-set-up";

    /// <summary>The claims that belong to one sign-in, not to the account: they outlive a look at the account.</summary>
    public static IReadOnlyList<string> OfTheSignIn { get; } =
    [Way, ConfirmedAt, Began, Session, MustSetUp];

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Practitioner user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        var agency = await db.Agencies.SingleAsync(a => a.Id == user.AgencyId);
        identity.AddClaim(new(AgencyId, agency.Id.ToString()));
        identity.AddClaim(new(AgencyName, agency.Name));
        identity.AddClaim(new(DisplayName, user.DisplayName));
        identity.AddClaim(new(JobTitle, user.JobTitle));
        return identity;
    }
}
