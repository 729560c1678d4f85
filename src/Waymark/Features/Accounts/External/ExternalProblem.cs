using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Waymark.Features.Accounts.External;

/// <summary>The page that says why an agency's own sign-in let nobody in, and whom to ask.</summary>
/// <param name="Why">Why.</param>
/// <param name="AskWhom">Whom to ask.</param>
public sealed record ExternalProblem(ExternalRefusal Why, string AskWhom)
{
    /// <summary>What happened, in a sentence.</summary>
    public string Words =>
        Why switch
        {
            ExternalRefusal.NoSubject => "Your agency’s sign-in was not finished. Try again.",
            ExternalRefusal.UnknownAgency =>
                "Your agency’s sign-in knows you, but Waymark does not know which agency you are of.",
            ExternalRefusal.NoRole =>
                "Your agency’s sign-in knows you, but gives you no role in Waymark.",
            ExternalRefusal.OtherAgency =>
                "Your Waymark account is of another agency than your sign-in says.",
            ExternalRefusal.NotLinked =>
                "There is a Waymark account of your address, and it is not linked to this sign-in. Sign in with your password or passkey, then link it under “How you sign in”.",
            ExternalRefusal.UnknownPerson => "There is no Waymark account for you yet.",
            ExternalRefusal.Suspended => "Your account lets nobody in at present.",
            ExternalRefusal.LinkedElsewhere =>
                "This sign-in is linked to another Waymark account already.",
        };

    /// <summary>The answer that shows it, with status 403.</summary>
    public IActionResult Show(PageModel page)
    {
        page.Response.StatusCode = StatusCodes.Status403Forbidden;
        return new PartialViewResult
        {
            ViewName = "/Features/Accounts/External/ExternalProblem.cshtml",
            ViewData = new ViewDataDictionary<ExternalProblem>(page.ViewData, this),
        };
    }
}
