using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Waymark.Features.Problems;

/// <summary>What a person sees when Waymark itself failed: nothing saved was lost, and what to do.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class ErrorPage : PageModel
{
    public void OnGet() { }

    public void OnPost() { }
}
