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

    private readonly PersonTicket _ticket = new(
        protection.CreateProtector("waymark.pending-sign-in"),
        TimeSpan.FromMinutes(10),
        clock
    );

    /// <summary>Encrypts it for one person as their account is now: a new password ends it.</summary>
    public string For(Practitioner person) => _ticket.For(person);

    /// <summary>Reads it back, or null when it is too old or was altered.</summary>
    public PersonTicket.Named? Read(string? pending) => _ticket.Read(pending);
}
