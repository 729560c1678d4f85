using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Waymark.Features.OpenSafetyCheck;

namespace Waymark.Features.Concerns.Start;

/// <summary>
/// Where the answers of an open safety check arrive that someone wants to keep: asks what a record needs besides. Nothing is
/// stored until that form is sent. The open check has no cookie and so no anti-forgery token; the seal proves the answers.
/// </summary>
[IgnoreAntiforgeryToken]
public sealed class KeepPage(SealedAnswers sealedAnswers) : PageModel
{
    /// <summary>The sealed answers.</summary>
    [BindProperty(Name = SealedAnswers.Field)]
    public string? Sealed { get; set; }

    public IActionResult OnGet() => Redirect("/concerns/start");

    public IActionResult OnPost() =>
        sealedAnswers.Open(Sealed) is null ? Redirect("/concerns/start") : Page();
}
