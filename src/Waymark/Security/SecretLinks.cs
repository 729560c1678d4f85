using Microsoft.Net.Http.Headers;

namespace Waymark.Security;

/// <summary>
/// Pages whose address holds a secret, or that follow one, tell no other page where the visitor came from. Put it before the headers of every page: what is
/// registered first is written last.
/// </summary>
public static class SecretLinks
{
    private const string ReferrerPolicy = "Referrer-Policy";

    /// <summary>What such addresses begin with.</summary>
    private static readonly PathString[] s_places =
    [
        "/surveys/answer",
        "/surveys/answered",
        "/accounts/join",
        "/accounts/new-password",
    ];

    public static IApplicationBuilder UseSecretLinks(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                if (Array.Exists(s_places, context.Request.Path.StartsWithSegments))
                {
                    context.Response.OnStarting(() =>
                    {
                        context.Response.Headers[ReferrerPolicy] = "no-referrer";
                        context.Response.Headers[HeaderNames.CacheControl] = "no-store";
                        return Task.CompletedTask;
                    });
                }
                return next(context);
            }
        );
}
