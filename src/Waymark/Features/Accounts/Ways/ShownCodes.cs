using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Waymark.Features.Accounts.SignIn;

namespace Waymark.Features.Accounts.Ways;

/// <summary>New recovery codes on the only page that ever shows them.</summary>
/// <param name="Codes">The codes.</param>
/// <param name="Held">What the person had typed before, or null.</param>
public sealed record ShownCodes(IReadOnlyList<string> Codes, HeldForm? Held)
{
    /// <summary>The answer that shows them; no cache keeps it.</summary>
    public IActionResult Show(PageModel page)
    {
        page.Response.Headers.CacheControl = "no-store";
        return new PartialViewResult
        {
            ViewName = "/Features/Accounts/Ways/ShownCodes.cshtml",
            ViewData = new ViewDataDictionary<ShownCodes>(page.ViewData, this),
        };
    }
}
