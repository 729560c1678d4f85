using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Waymark.Data;
using Waymark.Features.Accounts.SignIn;
using Waymark.Features.Shared.Forms;

namespace Waymark.Features.Accounts.Ways;

/// <summary>Removes the code app, where the person can do without it.</summary>
public sealed class RemoveCodeAppPage(
    AccountDesk desk,
    Entrance entrance,
    SecondWayDemand demand,
    TimeProvider clock
) : ConfirmedPage(clock)
{
    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await using var work = desk.Open(Me.AgencyId);
        var person = await work.PersonAsync(Me.Id, cancellation);
        var app = await work.Db.CodeApps.SingleOrDefaultAsync(
            a => a.PersonId == person.Id,
            cancellation
        );
        if (app is null)
        {
            return LocalRedirect("/accounts/ways");
        }
        var ways = await work.WaysAsync(person, cancellation);
        if (!ways.CanDoWithoutCodeApp(demand.IsDemanded))
        {
            HasErrors(
                new FieldError(
                    "remove",
                    "Everyone here needs a second way to sign in. Add a passkey first, or replace the code app",
                    "last-second-way"
                )
            );
            return ShowErrors();
        }
        work.Db.CodeApps.Remove(app);
        work.Note(person, EventKinds.CodeAppRemoved);
        await work.EndSessionsAsync(person, SignInSession.Of(User));
        await entrance.RefreshAsync(person, Confirmation.WayOf(User), mustSetUp: false);
        return LocalRedirect("/accounts/ways?done=code-app-removed");
    }
}
