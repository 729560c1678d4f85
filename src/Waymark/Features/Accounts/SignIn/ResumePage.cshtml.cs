using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using Waymark.Data;
using Waymark.Hosting;

namespace Waymark.Features.Accounts.SignIn;

/// <summary>
/// Goes on with what a person had typed, once they have signed in in another tab. The form's anti-forgery token belongs to the time before
/// that, so its origin is checked instead.
/// </summary>
[IgnoreAntiforgeryToken]
public sealed class ResumePage(
    WaymarkDb db,
    Microsoft.AspNetCore.Identity.UserManager<Practitioner> users,
    IOptions<WaymarkOptions> waymark,
    Entrance entrance
) : PageModel
{
    [BindProperty(Name = HeldPost.Field)]
    public string? Held { get; set; }

    public IActionResult OnGet() => LocalRedirect("/");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!HeldPost.CameFromHere(Request))
        {
            return BadRequest();
        }
        if (CurrentPractitioner.From(User) is not { } me)
        {
            return SignInView.Show(
                this,
                await SignInForm.LoadAsync(db, waymark.Value, null, Held, "", "", cancellation)
            );
        }
        var person = await users.FindByIdAsync(me.Id.ToString());
        return person is null
            ? LocalRedirect("/")
            : await entrance.WithHeldAsync(
                this,
                person,
                Held,
                User.HasClaim(c => c.Type == PractitionerClaims.MustSetUp)
                    ? Entrance.SetUpAddress
                    : null
            ) ?? LocalRedirect("/");
    }
}
