using System.Security.Claims;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Waymark.Features.Surveys.Answer;

/// <summary>The thanks after answers were sent: the same for everyone, whatever they answered.</summary>
public sealed class AnsweredPage : PageModel
{
    public void OnGet() => HttpContext.User = new ClaimsPrincipal(new ClaimsIdentity());
}
