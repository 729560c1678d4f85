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

    /// <summary>Whether there is a sender and somewhere to send through.</summary>
    public bool IsOn =>
        !string.IsNullOrWhiteSpace(From)
        && (!string.IsNullOrWhiteSpace(Host) || !string.IsNullOrWhiteSpace(PickupFolder));

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if ((Host ?? PickupFolder) is not null && From is null)
        {
            yield return new(
                $"{Section}: letters need {nameof(From)} (the address they come from).",
                [nameof(From)]
            );
        }
    }
}
