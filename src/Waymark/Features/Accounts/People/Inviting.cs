using Waymark.Data;
using Waymark.Mail;

namespace Waymark.Features.Accounts.People;

/// <summary>Makes invitations.</summary>
internal static class Inviting
{
    /// <summary>Adds an invitation and its event, to be saved by who asks.</summary>
    /// <param name="db">The store, behind the agency's wall.</param>
    /// <param name="agencyId">The agency.</param>
    /// <param name="joiner">Who is invited.</param>
    /// <param name="byId">Who invites; empty for the operator at the command line.</param>
    /// <param name="byName">Their name.</param>
    /// <param name="now">The moment.</param>
    /// <returns>The path of the link. It is shown or sent once and kept nowhere.</returns>
    public static string Add(
        WaymarkDb db,
        Guid agencyId,
        Joiner joiner,
        Guid byId,
        string byName,
        DateTimeOffset now
    )
    {
        var token = InvitationToken.New(agencyId);
        var invitation = new AccountInvitation
        {
            Id = Guid.CreateVersion7(now),
            AgencyId = agencyId,
            Email = joiner.Email,
            Name = joiner.Name,
            JobTitle = joiner.JobTitle,
            Roles = string.Join(' ', joiner.Roles),
            TokenHash = InvitationToken.Hash(token),
            MadeAt = now,
            MadeById = byId,
            MadeByName = byName,
        };
        db.AccountInvitations.Add(invitation);
        db.Events.Add(
            new()
            {
                AgencyId = agencyId,
                At = now,
                ById = byId,
                ByName = byName,
                Kind = EventKinds.AccountInvited,
                SubjectId = invitation.Id,
                After = invitation.Roles,
            }
        );
        return $"/accounts/join/{token}";
    }

    /// <summary>The letter that brings a link. Pure.</summary>
    /// <param name="joiner">Who is invited.</param>
    /// <param name="byName">Who invites.</param>
    /// <param name="agency">The agency's name.</param>
    /// <param name="link">The link.</param>
    public static Letter Letter(Joiner joiner, string byName, string agency, string link) =>
        new(
            joiner.Email,
            "Set up your Waymark account",
            $"""
            {joiner.Name},

            {byName} invites you to Waymark at {agency}.

            Set up your account here:
            {link}

            The link works once, for seven days. Do not pass this letter on: whoever has the link can have the account.
            If you did not expect it, ask {byName} before you open it.
            """
        );
}
