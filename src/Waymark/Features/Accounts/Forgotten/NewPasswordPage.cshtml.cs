using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Waymark.Data;
using Waymark.Features.Accounts.SignIn;
using Waymark.Features.Accounts.Ways;
using Waymark.Features.Shared;

namespace Waymark.Features.Accounts.Forgotten;

/// <summary>
/// Where the link of a letter leads: the person sets a new password and then signs in with it, and with their code or passkey as ever. A
/// link that is used, too old or altered gets one and the same answer.
/// </summary>
public sealed class NewPasswordPage(
    WaymarkDb db,
    AccountDesk desk,
    Attempts attempts,
    PasswordLink links,
    TimeProvider clock
) : WaymarkPage(clock)
{
    /// <summary>Whose password it is, or null when the link does not work.</summary>
    public Practitioner? Person { get; private set; }

    /// <summary>Whether the new password is set.</summary>
    public bool IsSet { get; private set; }

    [BindProperty]
    public string? NewPassword { get; set; }

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancellation) =>
        await FindAsync(token, cancellation) ? Page() : Unknown();

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancellation)
    {
        if (!await FindAsync(token, cancellation))
        {
            return Unknown();
        }
        var agency = await db
            .Agencies.Where(a => a.Id == Person!.AgencyId)
            .Select(a => a.Name)
            .SingleAsync(cancellation);
        if (
            HasErrors(
                PasswordRules.Check(
                    nameof(NewPassword),
                    NewPassword,
                    Person!.Email!,
                    Person.DisplayName,
                    agency
                )
            )
        )
        {
            return ShowErrors();
        }
        await using var work = desk.Open(Person.AgencyId);
        var person = await work.PersonAsync(Person.Id, cancellation);
        if (links.Read(token)?.IsOf(person) != true)
        {
            // Somebody else has used the link since it was looked at above.
            return Unknown();
        }
        person.PasswordHash = work.Users.PasswordHasher.HashPassword(person, NewPassword!);
        work.Note(person, EventKinds.PasswordReset);
        await work.EndSessionsAsync(person);
        await attempts.ForgetAsync(person.Id, cancellation);
        IsSet = true;
        return Page();
    }

    private PageResult Unknown()
    {
        Person = null;
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }

    private async Task<bool> FindAsync(string token, CancellationToken cancellation)
    {
        if (links.Read(token) is not { } named)
        {
            return false;
        }
        Person = await db
            .Users.AsNoTracking()
            .SingleOrDefaultAsync(p => p.Id == named.PersonId, cancellation);
        return named.IsOf(Person) && Person!.SuspendedAt is null;
    }
}
