using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Waymark.Features.Accounts.SignIn;

/// <summary>
/// Names a person as their account is now, sealed so that only this installation can write or read it: a new password, or anything else
/// that ends the person's sessions, ends it too. It lets nobody in by itself.
/// </summary>
/// <param name="protector">Seals it, for one purpose.</param>
/// <param name="lifetime">How long it can be read.</param>
/// <param name="clock">The clock.</param>
public sealed class PersonTicket(IDataProtector protector, TimeSpan lifetime, TimeProvider clock)
{
    /// <summary>Seals one for a person. Base64url.</summary>
    public string For(Practitioner person) =>
        protector.Protect(
            JsonSerializer.Serialize(
                new Named(person.Id, person.SecurityStamp ?? "", clock.GetUtcNow())
            )
        );

    /// <summary>Reads it back, or null when it is too old or was altered.</summary>
    public Named? Read(string? ticket)
    {
        if (string.IsNullOrEmpty(ticket))
        {
            return null;
        }
        try
        {
            var named = JsonSerializer.Deserialize<Named>(protector.Unprotect(ticket));
            return named is not null && clock.GetUtcNow() - named.At < lifetime ? named : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Whose it is, the stamp of their account, and since when.</summary>
    public sealed record Named(Guid PersonId, string Stamp, DateTimeOffset At)
    {
        /// <summary>Whether it is of a person whose account is as it was.</summary>
        public bool IsOf(Practitioner? person) =>
            person is not null && person.Id == PersonId && person.SecurityStamp == Stamp;
    }
}
