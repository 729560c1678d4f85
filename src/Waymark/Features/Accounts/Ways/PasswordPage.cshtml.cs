using Microsoft.AspNetCore.Mvc;
using Waymark.Data;
using Waymark.Features.Accounts.SignIn;

namespace Waymark.Features.Accounts.Ways;

/// <summary>Sets a new password. Other browsers are signed out within a minute.</summary>
public sealed class PasswordPage(AccountDesk desk, Entrance entrance, TimeProvider clock)
    : ConfirmedPage(clock)
{
    [BindProperty]
    public string? NewPassword { get; set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await using var work = desk.Open(Me.AgencyId);
        var person = await work.PersonAsync(Me.Id, cancellation);
        if (
            HasErrors(
                PasswordRules.Check(
                    nameof(NewPassword),
                    NewPassword,
                    person.Email!,
                    person.DisplayName,
                    Me.AgencyName
                )
            )
        )
        {
            return ShowErrors();
        }
        person.PasswordHash = work.Users.PasswordHasher.HashPassword(person, NewPassword!);
        work.Note(person, EventKinds.PasswordChanged);
        await work.EndSessionsAsync(person, SignInSession.Of(User));
        await entrance.RefreshAsync(
            person,
            Confirmation.WayOf(User),
            User.HasClaim(c => c.Type == PractitionerClaims.MustSetUp)
        );
        return LocalRedirect("/accounts/ways?done=password");
    }
}
