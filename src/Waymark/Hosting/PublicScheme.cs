using Microsoft.Extensions.Options;

namespace Waymark.Hosting;

/// <summary>
/// Behind a proxy that ends TLS each request arrives as plain HTTP. Where the public address is https, requests count as that, so that cookies
/// are Secure and browsers are told to stay with it. No header of the request is asked: a visitor could write one.
/// </summary>
public static class PublicScheme
{
    /// <summary>
    /// Names a cookie and keeps it. Where the public address is https it is Secure, and its name says to the browser that no other host, path or
    /// plain connection may have set it.
    /// </summary>
    public static void Guard(CookieBuilder cookie, string name, IOptions<WaymarkOptions> waymark)
    {
        var https = IsHttps(waymark.Value);
        cookie.Name = https ? "__Host-" + name : name;
        cookie.Path = "/";
        cookie.HttpOnly = true;
        cookie.SecurePolicy = https ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
    }

    /// <summary>Whether people reach this installation over https.</summary>
    public static bool IsHttps(WaymarkOptions waymark) =>
        waymark.PublicAddress is { } address && new Uri(address).Scheme == Uri.UriSchemeHttps;

    /// <summary>Gives each request the scheme of <see cref="WaymarkOptions.PublicAddress"/> where that is https; put it before everything.</summary>
    public static IApplicationBuilder UsePublicScheme(this IApplicationBuilder app)
    {
        var waymark = app.ApplicationServices.GetRequiredService<IOptions<WaymarkOptions>>().Value;
        return IsHttps(waymark)
            ? app.Use(
                (context, next) =>
                {
                    context.Request.Scheme = Uri.UriSchemeHttps;
                    return next(context);
                }
            )
            : app;
    }
}
