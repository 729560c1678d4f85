namespace Waymark.Security;

/// <summary>No page and no document is kept by a browser or a proxy: what says nothing about caching is marked <c>no-store</c>.</summary>
public static class NotKept
{
    /// <summary>Marks every answer from here on that has no word of its own; styles and scripts have one.</summary>
    public static IApplicationBuilder UseNotKept(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                context.Response.OnStarting(() =>
                {
                    if (context.Response.Headers.CacheControl.Count == 0)
                    {
                        context.Response.Headers.CacheControl = "no-store";
                    }
                    return Task.CompletedTask;
                });
                return next(context);
            }
        );
}
