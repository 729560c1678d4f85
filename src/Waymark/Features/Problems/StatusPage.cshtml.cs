using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Waymark.Features.Problems;

/// <summary>A plain page for an answer that has no page of its own. It never says whether something exists for others.</summary>
[IgnoreAntiforgeryToken]
public sealed class StatusPage : PageModel
{
    /// <summary>The HTTP status shown.</summary>
    public int Code { get; private set; }

    public void OnGet(int code) => Code = code;

    public void OnPost(int code) => Code = code;
}
