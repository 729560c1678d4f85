using System.Net.Mime;
using System.Text.RegularExpressions;
using Microsoft.Net.Http.Headers;

namespace Waymark.Security;

/// <summary>
/// No page takes a file but the one where a training lead uploads a list of addresses, away from every child's record; it is read in memory and never
/// stored. Any other request body that is anything but a plain form or JSON is refused before a byte of it is read: status 415 with an explanation.
/// </summary>
public static partial class NoUploads
{
    /// <summary>What the person reads; nothing of the request is repeated.</summary>
    public const string Explanation =
        "Waymark does not take files.\n\n"
        + "Nothing you sent was read or saved. Waymark never takes pictures, videos or other files about a child: describe in words what you were told.\n\n"
        + "If a child is in danger now, ring the police on 999. If someone has or is sending a sexual image of a child, tell your safeguarding lead and "
        + "the police on 101. Go back to the page before to carry on: what you had saved is still there.\n";

    /// <summary>Refuses files from here on; put it before the pages.</summary>
    public static IApplicationBuilder UseNoUploads(this IApplicationBuilder app) =>
        app.Use(
            async (context, next) =>
            {
                if (
                    TakesBody(context.Request.ContentType)
                    || TakesList(
                        context.Request.Method,
                        context.Request.Path,
                        context.Request.ContentType
                    )
                )
                {
                    await next(context);
                    return;
                }
                context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
                context.Response.ContentType = "text/plain; charset=utf-8";
                context.Response.Headers[HeaderNames.CacheControl] = "no-store";
                context.Response.Headers[HeaderNames.Connection] = "close"; // the rest of the body is not waited for
                await context.Response.WriteAsync(Explanation, context.RequestAborted);
            }
        );

    /// <summary>Whether it is a form with a file for the page of lists. Whoever may not use that page is turned away by it.</summary>
    public static bool TakesList(string method, PathString path, string? contentType) =>
        HttpMethods.IsPost(method)
        && path.Value is { } value
        && ListPath().IsMatch(value)
        && MediaTypeHeaderValue.TryParse(contentType, out var type)
        && type.MediaType.Equals(
            MediaTypeNames.Multipart.FormData,
            StringComparison.OrdinalIgnoreCase
        );

    [GeneratedRegex("^/surveys/[0-9a-f-]{36}/people/file$", RegexOptions.IgnoreCase)]
    private static partial Regex ListPath();

    /// <summary>
    /// Whether a body of this type may go on to the pages: a form without files, JSON in its kinds (the browser's own reports among them), or no
    /// type at all, which nothing here reads.
    /// </summary>
    public static bool TakesBody(string? contentType)
    {
        if (string.IsNullOrWhiteSpace(contentType))
        {
            return true;
        }
        return MediaTypeHeaderValue.TryParse(contentType, out var type)
            && (
                type.MediaType.Equals(
                    "application/x-www-form-urlencoded",
                    StringComparison.OrdinalIgnoreCase
                )
                || type.MediaType.Equals(
                    MediaTypeNames.Application.Json,
                    StringComparison.OrdinalIgnoreCase
                )
                || type.MediaType.Equals(
                    "application/csp-report",
                    StringComparison.OrdinalIgnoreCase
                )
                || (
                    type.Type.Equals("application", StringComparison.OrdinalIgnoreCase)
                    && type.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase)
                )
            );
    }
}
