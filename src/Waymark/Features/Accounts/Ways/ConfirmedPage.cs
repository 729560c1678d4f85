using Microsoft.AspNetCore.Mvc.Filters;
using Waymark.Features.Shared;

namespace Waymark.Features.Accounts.Ways;

/// <summary>A page that changes how a person signs in: it asks who they are unless they proved it within ten minutes.</summary>
public abstract class ConfirmedPage(TimeProvider clock) : WaymarkPage(clock)
{
    public override Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        if (Confirmation.IsFresh(User, Now))
        {
            return base.OnPageHandlerExecutionAsync(context, next);
        }
        context.Result = LocalRedirect(
            "/accounts/confirm?returnTo=" + Uri.EscapeDataString(Request.Path)
        );
        return Task.CompletedTask;
    }
}
