using Microsoft.AspNetCore.DataProtection;
using Waymark.Data;
using Waymark.Features.Accounts.SignIn;
using Waymark.Mail;

namespace Waymark.Features.Accounts.Forgotten;

/// <summary>
/// The link by which a person sets a new password: for one hour, and once, because a new password changes the account that it names. It
/// replaces the password alone: the code or passkey is asked for as ever.
/// </summary>
public sealed class PasswordLink(IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>How long a link can be used.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private readonly PersonTicket _ticket = new(
        protection.CreateProtector("waymark.password-link"),
        Lifetime,
        clock
    );

    /// <summary>The path of a link for a person, beginning with a slash.</summary>
    public string PathFor(Practitioner person) => "/accounts/new-password/" + _ticket.For(person);

    /// <summary>Whose link it is, or null when it is too old or was altered.</summary>
    public PersonTicket.Named? Read(string? token) => _ticket.Read(token);

    /// <summary>
    /// Whether a person can have one: not while suspended, and not where they sign in by their agency's own sign-in alone, which sees to
    /// passwords itself.
    /// </summary>
    public static bool IsFor(Practitioner person, bool hasProvider) =>
        person.SuspendedAt is null && (person.PasswordHash is not null || !hasProvider);

    /// <summary>The letter that brings a link. Pure.</summary>
    /// <param name="person">Who it is for.</param>
    /// <param name="askedBy">The administrator who asked, or null when somebody asked on the page.</param>
    /// <param name="link">The link.</param>
    public static Letter Letter(Practitioner person, string? askedBy, string link) =>
        new(
            person.Email!,
            "Set a new Waymark password",
            $"""
            {person.DisplayName},

            {askedBy ?? "Somebody, we hope you,"} asked for a new password for your Waymark account.

            Set it here, within an hour:
            {link}

            The link works once. Do not pass it on.
            If you did not ask, leave the link alone: your password stays as it is. Tell your agency’s Waymark administrator if it happens again.
            """
        );

    /// <summary>The event that a link was made.</summary>
    internal static RecordEvent Made(
        Practitioner person,
        Guid byId,
        string byName,
        DateTimeOffset now
    ) =>
        new()
        {
            AgencyId = person.AgencyId,
            At = now,
            ById = byId,
            ByName = byName,
            Kind = EventKinds.PasswordLinkMade,
            SubjectId = person.Id,
        };
}
