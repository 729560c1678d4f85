using System.Security.Claims;

namespace Waymark.Features.Accounts;

/// <summary>The person signed in, read from their claims.</summary>
/// <param name="Id">The account.</param>
/// <param name="AgencyId">The agency whose wall they stand behind.</param>
/// <param name="AgencyName">That agency's name.</param>
/// <param name="Name">The name shown on records.</param>
/// <param name="JobTitle">The job shown on documents.</param>
public sealed record CurrentPractitioner(
    Guid Id,
    Guid AgencyId,
    string AgencyName,
    string Name,
    string JobTitle
)
{
    /// <summary>The signed-in person, or null when nobody is.</summary>
    public static CurrentPractitioner? From(ClaimsPrincipal principal) =>
        principal.Identity?.IsAuthenticated == true
        && Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
        && Guid.TryParse(principal.FindFirstValue(PractitionerClaims.AgencyId), out var agencyId)
            ? new(
                id,
                agencyId,
                principal.FindFirstValue(PractitionerClaims.AgencyName) ?? "",
                principal.FindFirstValue(PractitionerClaims.DisplayName) ?? "",
                principal.FindFirstValue(PractitionerClaims.JobTitle) ?? ""
            )
            : null;
}
