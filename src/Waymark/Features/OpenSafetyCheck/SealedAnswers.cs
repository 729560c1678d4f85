using Microsoft.AspNetCore.DataProtection;

namespace Waymark.Features.OpenSafetyCheck;

/// <summary>
/// The answers of an open safety check on their way through the visitor's own page: encrypted, signed, good for one day, and
/// nowhere else.
/// </summary>
public sealed class SealedAnswers(IDataProtectionProvider protection)
{
    /// <summary>The name of the hidden field that carries them.</summary>
    public const string Field = "_answers";

    private static readonly TimeSpan s_goodFor = TimeSpan.FromDays(1);
    private readonly ITimeLimitedDataProtector _protector = protection
        .CreateProtector("waymark.open-safety-check")
        .ToTimeLimitedDataProtector();

    /// <summary>Seals a draft.</summary>
    public string Seal(string draftJson) => _protector.Protect(draftJson, s_goodFor);

    /// <summary>Opens a draft, or null when it is too old or was altered.</summary>
    public string? Open(string? sealedDraft)
    {
        if (string.IsNullOrEmpty(sealedDraft))
        {
            return null;
        }
        try
        {
            return _protector.Unprotect(sealedDraft);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }
}
