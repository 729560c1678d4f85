using Waymark.Features.Shared.Forms;

namespace Waymark.Features.Accounts.People;

/// <summary>What an administrator typed of a person to invite.</summary>
/// <param name="Email">The address the account will have.</param>
/// <param name="Name">The name colleagues know.</param>
/// <param name="JobTitle">The job as written on a document.</param>
/// <param name="Roles">The roles ticked.</param>
public sealed record InvitationForm(
    string? Email,
    string? Name,
    string? JobTitle,
    IReadOnlyList<string> Roles
)
{
    /// <summary>The person as they will be, without white space around what was typed.</summary>
    public Joiner ToJoiner() =>
        new((Email ?? "").Trim(), (Name ?? "").Trim(), (JobTitle ?? "").Trim(), Roles);

    /// <summary>What is wrong with it. Pure.</summary>
    /// <param name="taken">Whether there is an account of the address, in whatever agency.</param>
    public IEnumerable<FieldError> Check(bool taken)
    {
        var joiner = ToJoiner();
        if (
            joiner.Email.Length is 0 or > AccountInvitation.TextLength
            || !System.Net.Mail.MailAddress.TryCreate(joiner.Email, out var address)
            || address.Address != joiner.Email
        )
        {
            yield return new(
                nameof(Email),
                "Enter an e-mail address such as name@example.org",
                "email-required"
            );
        }
        else if (taken)
        {
            yield return new(
                nameof(Email),
                "There is an account of this address. If the person has moved here from another agency, its administrator gives the address up first",
                "email-taken"
            );
        }
        if (joiner.Name.Length is 0 or > AccountInvitation.TextLength)
        {
            yield return new(nameof(Name), "Enter the name that colleagues know", "name-required");
        }
        if (joiner.JobTitle.Length is 0 or > AccountInvitation.TextLength)
        {
            yield return new(
                nameof(JobTitle),
                "Enter the job as it is written on a document",
                "job-required"
            );
        }
        if (joiner.Roles.Count == 0 || !joiner.Roles.All(Accounts.Roles.All.Contains))
        {
            yield return new(nameof(Roles), "Choose at least one role", "role-required");
        }
    }
}
