using Microsoft.AspNetCore.Mvc.RazorPages;
using Waymark.Content;

namespace Waymark.Features.Guidance;

/// <summary>What to do, and never to do, when there are sexual images of a child.</summary>
public sealed class ImagesPage(ContentLibrary content) : PageModel
{
    /// <summary>The routes for images, in order.</summary>
    public IReadOnlyList<HelpRoute> Routes { get; } =
    [
        .. new[] { "police-999", "police-101", "report-remove", "iwf" }
            .Select(content.Routes.Find)
            .OfType<HelpRoute>(),
    ];
}
