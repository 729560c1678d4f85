using Microsoft.AspNetCore.Mvc.RazorPages;
using Waymark.Content;

namespace Waymark.Features.Guidance;

/// <summary>Every route: what it does, what it does not do, when it is open, and when someone last checked it.</summary>
public sealed class RoutesPage(ContentLibrary content, TimeProvider clock) : PageModel
{
    /// <summary>The directory.</summary>
    public RouteDirectory Directory { get; } = content.Routes;

    /// <summary>The day, for warnings about old entries.</summary>
    public DateOnly Today { get; } = UkTime.DateOf(clock.GetUtcNow());
}
