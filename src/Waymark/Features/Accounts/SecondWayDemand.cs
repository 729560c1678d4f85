using Microsoft.Extensions.Options;
using Waymark.Hosting;

namespace Waymark.Features.Accounts;

/// <summary>Whether everyone must have a second way to sign in: as the installation says, and never in a demo.</summary>
public sealed class SecondWayDemand(IOptions<WaymarkOptions> waymark)
{
    /// <summary>Whether it is demanded.</summary>
    public bool IsDemanded => waymark.Value is { Demo: false, SignIn.DemandSecondWay: true };

    /// <summary>Pages that are open while a person has still to set it up.</summary>
    private static readonly PathString[] s_open =
    [
        "/accounts/ways",
        "/accounts/confirm",
        "/accounts/sign-in",
        "/accounts/sign-out",
        "/accounts/resume",
        "/accounts/hold",
        "/accounts/forgotten",
        "/accounts/new-password",
        "/guidance",
        "/safety-check",
        "/assets",
        "/error",
        "/status",
        "/health",
    ];

    /// <summary>
    /// Leads a person who has still to set up a second way there, from every page about records. What they may open until then
    /// is what anyone may.
    /// </summary>
    public static Task LeadAsync(HttpContext context, RequestDelegate next)
    {
        if (
            !context.User.HasClaim(c => c.Type == PractitionerClaims.MustSetUp)
            || context.Request.Path == "/"
            || s_open.Any(open => context.Request.Path.StartsWithSegments(open))
        )
        {
            return next(context);
        }
        context.Response.Redirect("/accounts/ways");
        return Task.CompletedTask;
    }
}
