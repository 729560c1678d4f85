using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.EntityFrameworkCore;
using Waymark.Data;
using Waymark.Features.Accounts.SignIn;

namespace Waymark.Features.Problems;

/// <summary>
/// What a person sees while the database is away, and where what they typed comes back to. It is shown for somebody who is perhaps not signed in:
/// the form's origin is checked instead of its token.
/// </summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class AwayPage(WaymarkDb db, HeldPost heldPost) : PageModel
{
    /// <summary>Where it is.</summary>
    public const string Address = "/unavailable";

    /// <summary>What they were doing.</summary>
    public AwayVisit Visit { get; private set; } = new("/", null);

    /// <summary>Shown only in place of another page; nobody has a reason to open it.</summary>
    public IActionResult OnGet()
    {
        if (HttpContext.Features.Get<AwayVisit>() is not { } visit)
        {
            return LocalRedirect("/");
        }
        Visit = visit;
        return Page();
    }

    /// <summary>"Try again": offers what was typed once the database is there, or shows the page once more.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (
            !HeldPost.CameFromHere(Request)
            || heldPost.Read(Request.Form[HeldPost.Field]) is not { } held
            || !Url.IsLocalUrl(held.Target)
        )
        {
            return LocalRedirect("/");
        }
        // Where it is still away, this throws, and the page is shown once more.
        await db.Settings.AsNoTracking().AnyAsync(cancellation);
        return new PartialViewResult
        {
            ViewName = "/Features/Problems/ResumeAfterAway.cshtml",
            ViewData = new ViewDataDictionary<HeldForm>(ViewData, held),
        };
    }
}
