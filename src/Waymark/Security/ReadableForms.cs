using Microsoft.AspNetCore.Http.Features;

namespace Waymark.Security;

/// <summary>
/// Reads a posted form before anything else does. One that cannot be read (broken encoding, a character no keyboard has, too many or too long
/// fields, too large) is answered with 400 or 413 and a page that says what to do; without this each page, and the error page after it, would fail.
/// </summary>
public static class ReadableForms
{
    /// <summary>Turns unreadable forms away from here on; put it before sign-in and the pages.</summary>
    public static IApplicationBuilder UseReadableForms(this IApplicationBuilder app) =>
        app.Use(
            async (context, next) =>
            {
                if (!context.Request.HasFormContentType || await Problem(context) is not { } status)
                {
                    await next(context);
                    return;
                }
                // What shows the answer may ask for the form again.
                context.Features.Set<IFormFeature>(new FormFeature(FormCollection.Empty));
                context.Response.StatusCode = status;
            }
        );

    private static async Task<int?> Problem(HttpContext context)
    {
        try
        {
            await context.Request.ReadFormAsync(context.RequestAborted);
            return null;
        }
        catch (BadHttpRequestException unreadable)
        {
            return unreadable.StatusCode;
        }
        catch (InvalidDataException)
        {
            return StatusCodes.Status400BadRequest;
        }
    }
}
