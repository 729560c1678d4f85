using Microsoft.Extensions.Options;

namespace Waymark.Hosting;

/// <summary>
/// Behind a proxy that ends TLS each request arrives as plain HTTP. Where the public address is https, requests count as that, so that cookies
/// are Secure and browsers are told to stay with it. No header of the request is asked: a visitor could write one.
/// </summary>
public static class PublicScheme
{
    /// <summary>Gives each request the scheme of <see cref="WaymarkOptions.PublicAddress"/> where that is https; put it before everything.</summary>
    public static IApplicationBuilder UsePublicScheme(this IApplicationBuilder app)
    {
        var address = app
            .ApplicationServices.GetRequiredService<IOptions<WaymarkOptions>>()
            .Value.PublicAddress;
        return address is not null && new Uri(address).Scheme == Uri.UriSchemeHttps
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
