using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Waymark.Data;
using Waymark.Features.Accounts.SignIn;

namespace Waymark.Features.Accounts;

/// <summary>Signs out.</summary>
public sealed class SignOutPage(
    SignInManager<Practitioner> signIn,
    SignInLog log,
    Sessions sessions
) : PageModel
{
    public IActionResult OnGet() => LocalRedirect("/");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (CurrentPractitioner.From(User) is { } me)
        {
            await sessions.EndAsync(User, cancellation);
            await log.WriteAsync(me.AgencyId, me.Id, me.Name, EventKinds.SignedOut, cancellation);
        }
        await signIn.SignOutAsync();
        return LocalRedirect("/");
    }
}
