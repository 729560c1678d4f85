using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using Waymark.Data;
using Waymark.Hosting;

namespace Waymark.Features.Accounts.SignIn;

/// <summary>
/// Where a form lands whose sender's sign-in has run out: what they typed is held in the page, encrypted, and the sign-in
/// form shown. Nothing is stored. The form's anti-forgery token belongs to the sign-in that ended, so its origin is checked
/// instead.
/// </summary>
[IgnoreAntiforgeryToken]
public sealed class HoldPage(WaymarkDb db, IOptions<WaymarkOptions> waymark, HeldPost heldPost)
    : PageModel
{
    /// <summary>What the form shows.</summary>
    public SignInForm Form { get; private set; } = null!;

    public IActionResult OnGet() => RedirectToPage("/Accounts/SignIn/SignInPage");

    public async Task<IActionResult> OnPostAsync(
        [FromQuery(Name = "returnTo")] string? returnTo,
        CancellationToken cancellation
    )
    {
        var held =
            HeldPost.CameFromHere(Request) && Url.IsLocalUrl(returnTo)
                ? heldPost.Hold(returnTo, Request.Form)
                : null;
        Form = await SignInForm.LoadAsync(db, waymark.Value, returnTo, held, "", "", cancellation);
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Page();
    }
}
