using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Waymark.Features.Accounts.SignIn;

/// <summary>The page that asks for a code after the right password.</summary>
/// <param name="Pending">Half a sign-in, encrypted.</param>
/// <param name="ReturnTo">The local address to land on.</param>
/// <param name="Held">An encrypted form that is waiting for its sender, or null.</param>
/// <param name="Error">What was wrong with the last code; empty when nothing was.</param>
public sealed record AskForCode(string Pending, string? ReturnTo, string? Held, string Error = "")
{
    /// <summary>The answer that shows it.</summary>
    public IActionResult Show(PageModel page)
    {
        if (Error.Length > 0)
        {
            page.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
        return new PartialViewResult
        {
            ViewName = "/Features/Accounts/SignIn/AskForCode.cshtml",
            ViewData = new ViewDataDictionary<AskForCode>(page.ViewData, this),
        };
    }
}
