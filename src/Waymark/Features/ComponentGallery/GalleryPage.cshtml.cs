using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Waymark.Features.ComponentGallery;

/// <summary>Every component on one page, to look at while developing. It does not exist outside Development.</summary>
[AllowAnonymous]
public sealed class GalleryPage(IWebHostEnvironment environment) : PageModel
{
    /// <inheritdoc />
    [NonHandler]
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!environment.IsDevelopment())
        {
            context.Result = new NotFoundResult();
        }
    }
}
