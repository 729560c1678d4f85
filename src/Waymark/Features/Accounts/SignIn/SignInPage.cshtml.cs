using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Options;
using Waymark.Data;
using Waymark.Hosting;

namespace Waymark.Features.Accounts.SignIn;

/// <summary>Sign in with e-mail and password; in a demo, with one click.</summary>
public sealed class SignInPage(
    SignInManager<Practitioner> signIn,
    WaymarkDb db,
    IOptions<WaymarkOptions> waymark,
    HeldPost heldPost,
    SignInLog log
) : PageModel
{
    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty(SupportsGet = true, Name = "returnTo")]
    public string? ReturnTo { get; set; }

    [BindProperty(Name = HeldPost.Field)]
    public string? Held { get; set; }

    /// <summary>What the form shows.</summary>
    public SignInForm Form { get; private set; } = null!;

    public Task OnGetAsync(CancellationToken cancellation) => ShowAsync("", cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var person = string.IsNullOrWhiteSpace(Email)
            ? null
            : await signIn.UserManager.FindByEmailAsync(Email.Trim());
        var result = person is null
            ? Microsoft.AspNetCore.Identity.SignInResult.Failed
            : await signIn.CheckPasswordSignInAsync(person, Password ?? "", lockoutOnFailure: true);
        if (result.Succeeded)
        {
            return await EnterAsync(person!, cancellation);
        }
        if (person is not null)
        {
            await log.WriteAsync(
                person.AgencyId,
                person.Id,
                person.DisplayName,
                EventKinds.SignInRefused,
                cancellation
            );
        }
        Response.StatusCode = StatusCodes.Status400BadRequest;
        await ShowAsync(
            result.IsLockedOut
                ? "Too many wrong passwords. Wait five minutes and try again, or ask your administrator."
                : "The e-mail address or the password is not right. Check both and try again.",
            cancellation
        );
        return Page();
    }

    /// <summary>One-click sign-in as a fictional person; there is no such thing outside a demo.</summary>
    public async Task<IActionResult> OnPostDemoAsync(Guid personId, CancellationToken cancellation)
    {
        if (!waymark.Value.Demo)
        {
            return NotFound();
        }
        var person = await signIn.UserManager.FindByIdAsync(personId.ToString());
        return person is null ? NotFound() : await EnterAsync(person, cancellation);
    }

    private async Task<IActionResult> EnterAsync(
        Practitioner person,
        CancellationToken cancellation
    )
    {
        await log.WriteAsync(
            person.AgencyId,
            person.Id,
            person.DisplayName,
            EventKinds.SignedIn,
            cancellation
        );
        await signIn.SignInAsync(person, isPersistent: false);
        if (heldPost.Read(Held) is { } held && Url.IsLocalUrl(held.Target))
        {
            // The page that follows posts on this person's behalf: its anti-forgery token must be theirs.
            HttpContext.User = await signIn.CreateUserPrincipalAsync(person);
            return new PartialViewResult
            {
                ViewName = "/Features/Accounts/SignIn/ResumeHeldPost.cshtml",
                ViewData = new ViewDataDictionary<HeldForm>(ViewData, held),
            };
        }
        return LocalRedirect(Url.IsLocalUrl(ReturnTo) ? ReturnTo! : "/concerns");
    }

    private async Task ShowAsync(string error, CancellationToken cancellation) =>
        Form = new(
            ReturnTo,
            Held,
            Email ?? "",
            error,
            await DemoPerson.LoadAsync(db, waymark.Value.Demo, cancellation)
        );
}
