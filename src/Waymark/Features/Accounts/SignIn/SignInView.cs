using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Waymark.Features.Accounts.SignIn;

/// <summary>The sign-in form as the answer of another page, so that what is held in it goes on.</summary>
internal static class SignInView
{
    /// <summary>Shows the form: status 400 with an error, else 401.</summary>
    public static IActionResult Show(PageModel page, SignInForm form)
    {
        page.Response.StatusCode =
            form.Error.Length > 0
                ? StatusCodes.Status400BadRequest
                : StatusCodes.Status401Unauthorized;
        return new PartialViewResult
        {
            ViewName = "/Features/Accounts/SignIn/SignInAgain.cshtml",
            ViewData = new ViewDataDictionary<SignInForm>(page.ViewData, form),
        };
    }
}
