using System.Security.Claims;
using Microsoft.AspNetCore.Http.Features;
using Waymark.Data.Databases;
using Waymark.Features.Accounts.SignIn;
using Waymark.Features.Problems;

namespace Waymark.Hosting;

/// <summary>
/// Answers with status 503 and a page of its own where the database is away: nothing saved is lost, what was typed is kept in the page, and what
/// to do. The page is drawn without a database and for nobody in particular.
/// </summary>
public static class DatabaseAwayAnswer
{
    /// <summary>Seconds after which a program may ask again.</summary>
    private const string RetryAfter = "30";

    /// <summary>Catches what the pages and the sign-in throw from here on; put it before forms are read.</summary>
    public static IApplicationBuilder UseDatabaseAwayAnswer(this IApplicationBuilder app) =>
        app.Use(
            async (context, next) =>
            {
                try
                {
                    await next(context);
                }
                catch (Exception problem)
                    when (DatabaseAway.Is(problem)
                        && !context.Response.HasStarted
                        && context.Features.Get<AwayVisit>() is null
                    )
                {
                    Log(context)
                        .LogError(
                            problem,
                            "The database is away. A page with status 503 was shown."
                        );
                    await ShowAsync(context, next);
                }
            }
        );

    private static async Task ShowAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        context.Features.Set(await VisitAsync(context));
        context.Response.Clear();
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = RetryAfter;
        // Whoever is signed in is not asked for again: that too may need the database.
        request.Headers.Remove("Cookie");
        context.User = new ClaimsPrincipal(new ClaimsIdentity());
        request.Method = HttpMethods.Get;
        request.Path = AwayPage.Address;
        request.QueryString = QueryString.Empty;
        request.RouteValues.Clear();
        context.SetEndpoint(null);
        context.Features.Set<IFormFeature>(new FormFeature(FormCollection.Empty));
        var services = context.RequestServices;
        await using var fresh = services
            .GetRequiredService<IServiceScopeFactory>()
            .CreateAsyncScope();
        context.RequestServices = fresh.ServiceProvider;
        try
        {
            await next(context);
        }
        finally
        {
            context.RequestServices = services;
        }
    }

    private static async Task<AwayVisit> VisitAsync(HttpContext context)
    {
        var request = context.Request;
        var target = request.Path + request.QueryString;
        if (!HttpMethods.IsPost(request.Method))
        {
            return new(target, null);
        }
        var isOurs = request.HasFormContentType && HeldPost.CameFromHere(request);
        // A password is never held.
        if (
            !isOurs
            || (
                request.Path.StartsWithSegments("/accounts")
                && !request.Path.StartsWithSegments("/accounts/hold")
            )
        )
        {
            return new("/", null);
        }
        var form = await request.ReadFormAsync(context.RequestAborted);
        if (request.Path == AwayPage.Address)
        {
            return new("/", form[HeldPost.Field]);
        }
        var returnTo = request.Query["returnTo"].ToString();
        return new(
            target,
            context
                .RequestServices.GetRequiredService<HeldPost>()
                .Hold(request.Path.StartsWithSegments("/accounts/hold") ? returnTo : target, form)
        );
    }

    private static ILogger Log(HttpContext context) =>
        context
            .RequestServices.GetRequiredService<ILoggerFactory>()
            .CreateLogger(typeof(DatabaseAwayAnswer));
}
