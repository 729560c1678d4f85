using Waymark.Data;

namespace Waymark.Features.Accounts.People;

/// <summary>Who is to have an account.</summary>
/// <param name="Email">Their address.</param>
/// <param name="Name">The name colleagues know.</param>
/// <param name="JobTitle">The job as written on a document; may be empty.</param>
/// <param name="Roles">Their roles.</param>
public sealed record Joiner(
    string Email,
    string Name,
    string JobTitle,
    IReadOnlyList<string> Roles
);

/// <summary>Makes accounts.</summary>
internal static class NewAccount
{
    /// <summary>Makes an account in the agency of the desk, with an event by its own person.</summary>
    /// <param name="work">The unit of work.</param>
    /// <param name="agencyId">The agency.</param>
    /// <param name="joiner">Who.</param>
    /// <param name="password">Their password, checked before, or null for none.</param>
    public static async Task<Practitioner> AddAsync(
        AccountWork work,
        Guid agencyId,
        Joiner joiner,
        string? password
    )
    {
        var person = new Practitioner
        {
            Id = Guid.CreateVersion7(work.Now),
            AgencyId = agencyId,
            DisplayName = joiner.Name,
            JobTitle = joiner.JobTitle,
            Email = joiner.Email,
            UserName = joiner.Email,
            EmailConfirmed = true,
        };
        if (password is not null)
        {
            person.PasswordHash = work.Users.PasswordHasher.HashPassword(person, password);
        }
        work.Note(
            person,
            EventKinds.AccountJoined,
            after: string.Join(' ', joiner.Roles.Order(StringComparer.Ordinal))
        );
        AccountWork.Succeeded(await work.Users.CreateAsync(person));
        AccountWork.Succeeded(await work.Users.AddToRolesAsync(person, joiner.Roles));
        return person;
    }
}
