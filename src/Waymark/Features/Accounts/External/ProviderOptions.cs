using System.ComponentModel.DataAnnotations;

namespace Waymark.Features.Accounts.External;

/// <summary>
/// One agency's own sign-in by OpenID Connect, under <c>Waymark:SignIn:OpenIdConnect:NAME:</c>. The name (a-z, 0-9, hyphen) is kept with each
/// linked account: do not change it.
/// </summary>
public sealed class ProviderOptions
{
    /// <summary>What people call it: "Sign in with …".</summary>
    [Required]
    public string DisplayName { get; set; } = "";

    /// <summary>The issuer's address. It must be https, except on the machine itself.</summary>
    [Required, Url]
    public string Authority { get; set; } = "";

    [Required]
    public string ClientId { get; set; } = "";

    /// <summary>The client's secret; best from an environment variable.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>Scopes beside "openid", separated by spaces.</summary>
    public string Scopes { get; set; } = "profile email";

    /// <summary>The name of the one agency that everyone from this provider belongs to. Or see <see cref="AgencyClaim"/>.</summary>
    public string? Agency { get; set; }

    /// <summary>The claim that says which agency a person is of, looked up in <see cref="Agencies"/>.</summary>
    public string? AgencyClaim { get; set; }

    /// <summary>From a value of <see cref="AgencyClaim"/> to the agency's name in Waymark.</summary>
    public Dictionary<string, string> Agencies { get; set; } = new(StringComparer.Ordinal);

    /// <summary>
    /// The claim that says which roles a person has, looked up in <see cref="Roles"/>. Where it is not set, an administrator gives roles.
    /// </summary>
    public string? RoleClaim { get; set; }

    /// <summary>From a value of <see cref="RoleClaim"/>, such as a group's id, to a role; see <see cref="Accounts.Roles"/>.</summary>
    public Dictionary<string, string> Roles { get; set; } = new(StringComparer.Ordinal);

    /// <summary>
    /// Whether an account is linked because this provider says that its e-mail address is the person's. Only for a provider that gives out the
    /// addresses itself.
    /// </summary>
    public bool TrustsEmail { get; set; }

    /// <summary>Whether a person whom Waymark does not know gets an account. It needs an agency and at least one role from the claims.</summary>
    public bool CreatesAccounts { get; set; }

    /// <summary>Whom to ask when it does not let somebody in, in words.</summary>
    public string AskWhom { get; set; } = "your agency’s Waymark administrator";
}

/// <summary>Signing in, under <c>Waymark:SignIn:</c>.</summary>
public sealed class SignInSettings
{
    /// <summary>
    /// Whether everyone who signs in with a password must have a second way: a code app or a passkey. Never in a demo. An agency's own sign-in
    /// sees to that itself.
    /// </summary>
    public bool DemandSecondWay { get; set; } = true;

    /// <summary>The agencies' own sign-ins by name.</summary>
    public Dictionary<string, ProviderOptions> OpenIdConnect { get; set; } =
        new(StringComparer.Ordinal);
}
