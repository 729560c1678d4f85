using System.ComponentModel.DataAnnotations;

namespace Waymark.Mail;

/// <summary>How the connection to the mail server is protected.</summary>
public enum MailSecurity
{
    /// <summary>TLS from the first byte; usually port 465.</summary>
    Tls,

    /// <summary>TLS after a plain greeting, and no letter without it; usually port 587.</summary>
    StartTls,

    /// <summary>None: only for a mail server on the same machine.</summary>
    None,
}

/// <summary>How letters leave, under <c>Waymark:Mail:</c>. Without a server and a pickup folder none do, and pages say so.</summary>
public sealed class MailOptions : IValidatableObject
{
    public const string Section = "Waymark:Mail";

    /// <summary>The address of Waymark as recipients reach it, such as "https://waymark.example.org"; what links in letters begin with.</summary>
    [Url]
    public string? PublicAddress { get; set; }

    /// <summary>The mail server's name.</summary>
    public string? Host { get; set; }

    /// <summary>The mail server's port.</summary>
    [Range(1, 65535)]
    public int Port { get; set; } = 587;

    public MailSecurity Security { get; set; } = MailSecurity.StartTls;

    /// <summary>The account at the mail server; where it is not set, none is named.</summary>
    public string? User { get; set; }

    /// <summary>That account's password; from an environment variable or a secret store.</summary>
    public string? Password { get; set; }

    /// <summary>The address letters come from.</summary>
    [EmailAddress]
    public string? From { get; set; }

    /// <summary>The name beside it.</summary>
    public string FromName { get; set; } = "Waymark";

    /// <summary>A folder that letters are written to as files instead of being sent: for development, and for tests.</summary>
    public string? PickupFolder { get; set; }

    /// <summary>Whether letters can leave.</summary>
    public bool IsOn =>
        !string.IsNullOrWhiteSpace(From)
        && !string.IsNullOrWhiteSpace(PublicAddress)
        && (!string.IsNullOrWhiteSpace(Host) || !string.IsNullOrWhiteSpace(PickupFolder));

    /// <summary>A link in a letter.</summary>
    /// <param name="path">The path within Waymark, beginning with a slash.</param>
    /// <exception cref="InvalidOperationException">No public address is set.</exception>
    public string Link(string path) =>
        string.IsNullOrWhiteSpace(PublicAddress)
            ? throw new InvalidOperationException($"{Section}:{nameof(PublicAddress)} is not set.")
            : PublicAddress.TrimEnd('/') + path;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if ((Host ?? PickupFolder) is not null && (From is null || PublicAddress is null))
        {
            yield return new(
                $"{Section}: letters need {nameof(From)} (the address they come from) and {nameof(PublicAddress)} (what their links begin with).",
                [nameof(From), nameof(PublicAddress)]
            );
        }
    }
}
