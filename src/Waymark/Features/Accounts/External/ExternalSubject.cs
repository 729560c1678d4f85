using System.Security.Claims;

namespace Waymark.Features.Accounts.External;

/// <summary>A person as a provider states them, read by its rules.</summary>
/// <param name="Subject">The provider's own unchanging name for the person ("sub").</param>
/// <param name="Email">Their address, or null.</param>
/// <param name="EmailIsVerified">Whether the provider says that the address is theirs.</param>
/// <param name="Name">Their name.</param>
/// <param name="JobTitle">Their job, or empty.</param>
/// <param name="Agency">The name of the agency the rules give them, or null.</param>
/// <param name="Roles">The roles the rules give them.</param>
public sealed record ExternalSubject(
    string Subject,
    string? Email,
    bool EmailIsVerified,
    string Name,
    string JobTitle,
    string? Agency,
    IReadOnlyList<string> Roles
)
{
    /// <summary>Reads claims by a provider's rules, or null where they name no subject. Pure.</summary>
    public static ExternalSubject? Read(ProviderOptions rules, IEnumerable<Claim> claims)
    {
        var all = claims.ToLookup(c => c.Type, c => c.Value, StringComparer.Ordinal);
        string? First(string type) => all[type].FirstOrDefault(v => v.Length > 0);
        if (First("sub") is not { } subject)
        {
            return null;
        }
        var email = First("email");
        return new(
            subject,
            email,
            string.Equals(First("email_verified"), "true", StringComparison.OrdinalIgnoreCase),
            Cut(First("name") ?? email ?? subject),
            Cut(First("job_title") ?? ""),
            rules.Agency
                ?? (
                    rules.AgencyClaim is { } agency
                        ? all[agency]
                            .Select(v => rules.Agencies.GetValueOrDefault(v))
                            .FirstOrDefault(n => n is not null)
                        : null
                ),
            rules.RoleClaim is { } role
                ?
                [
                    .. all[role]
                        .Select(v => rules.Roles.GetValueOrDefault(v))
                        .OfType<string>()
                        .Where(Accounts.Roles.All.Contains)
                        .Distinct(),
                ]
                : []
        );
    }

    private static string Cut(string text) => text.Length <= 200 ? text : text[..200];
}
