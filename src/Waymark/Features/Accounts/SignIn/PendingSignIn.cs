using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Waymark.Features.Accounts.SignIn;

/// <summary>
/// Half a sign-in: the password was right, the code is still to come. It travels encrypted in the page, for ten minutes, and lets nobody
/// in by itself.
/// </summary>
public sealed class PendingSignIn(IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>The name of the hidden field that carries it.</summary>
    public const string Field = "_pending";

    private static readonly TimeSpan s_lifetime = TimeSpan.FromMinutes(10);
    private readonly IDataProtector _protector = protection.CreateProtector(
        "waymark.pending-sign-in"
    );

    /// <summary>Encrypts it for one person as their account is now: a new password ends it.</summary>
    public string For(Practitioner person) =>
        _protector.Protect(
            JsonSerializer.Serialize(
                new Half(person.Id, person.SecurityStamp ?? "", clock.GetUtcNow())
            )
        );

    /// <summary>Reads it back, or null when it is too old or was altered.</summary>
    public Half? Read(string? pending)
    {
        if (string.IsNullOrEmpty(pending))
        {
            return null;
        }
        try
        {
            var half = JsonSerializer.Deserialize<Half>(_protector.Unprotect(pending));
            return half is not null && clock.GetUtcNow() - half.At < s_lifetime ? half : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Whose it is, the stamp of their account, and since when.</summary>
    public sealed record Half(Guid PersonId, string Stamp, DateTimeOffset At);
}
