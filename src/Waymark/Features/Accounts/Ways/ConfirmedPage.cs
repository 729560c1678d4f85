using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Waymark.Features.Shared;

namespace Waymark.Features.Accounts.Ways;

/// <summary>A page that changes how a person signs in: it asks who they are unless they proved it within ten minutes.</summary>
[AsksWhoTheyAre]
public abstract class ConfirmedPage(TimeProvider clock) : WaymarkPage(clock);

/// <summary>Sends a person whose proof is too old to give another, before anything of the page runs.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class AsksWhoTheyAreAttribute : Attribute, IPageFilter
{
    public void OnPageHandlerSelected(PageHandlerSelectedContext context) { }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        var http = context.HttpContext;
        if (
            !Confirmation.IsFresh(
                http.User,
                http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow()
            )
        )
        {
            context.Result = new LocalRedirectResult(
                "/accounts/confirm?returnTo=" + Uri.EscapeDataString(http.Request.Path)
            );
        }
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context) { }
}
