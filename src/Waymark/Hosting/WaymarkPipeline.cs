using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Waymark.Data;
using Waymark.Features.Accounts;
using Waymark.Security;

namespace Waymark.Hosting;

/// <summary>The order in which a request passes through Waymark.</summary>
public static class WaymarkPipeline
{
    public static WebApplication UseWaymark(this WebApplication app)
    {
        app.UseClientAddress();
        app.UsePublicScheme();
        app.UseNotKept();
        app.UseSecretLinks();
        app.UseSecurityHeaders(PageSecurity.Headers());
        // Before the pages of problems: those are shown in place of a page that takes a file, and take none.
        app.UseNoUploads();
        app.UseExceptionHandler("/error");
        app.UseStatusCodePagesWithReExecute("/status/{0}");
        app.UseDatabaseAwayAnswer();
        app.UseReadableForms();
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.Use(SecondWayDemand.LeadAsync);
        app.Use(EnterAgencyAsync);
        app.UseAuthorization();
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks(
                "/health/ready",
                new HealthCheckOptions { Predicate = c => c.Tags.Contains("ready") }
            )
            .AllowAnonymous();
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages().WithStaticAssets();
        return app;
    }

    /// <summary>Opens the wall for the person signed in, before any page asks for a row.</summary>
    private static Task EnterAgencyAsync(HttpContext context, RequestDelegate next)
    {
        if (
            CurrentPractitioner.From(context.User) is { } person
            && !context.User.HasClaim(c => c.Type == PractitionerClaims.MustSetUp)
        )
        {
            context
                .RequestServices.GetRequiredService<AgencyScope>()
                .EnterAs(
                    person.AgencyId,
                    person.Id,
                    context.User.IsInRole(Roles.Supervisor),
                    context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow()
                );
        }
        return next(context);
    }
}
