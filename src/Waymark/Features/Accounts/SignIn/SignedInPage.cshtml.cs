using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Waymark.Features.Accounts.SignIn;

/// <summary>Where a sign-in in a second tab ends, while what was typed waits in the first.</summary>
public sealed class SignedInPage : PageModel
{
    public IActionResult OnGet() =>
        User.Identity?.IsAuthenticated == true
            ? Page()
            : RedirectToPage("/Accounts/SignIn/SignInPage");
}
