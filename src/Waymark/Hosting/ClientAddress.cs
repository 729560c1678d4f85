using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using IPNetwork = System.Net.IPNetwork;

namespace Waymark.Hosting;

/// <summary>
/// Behind a proxy each request comes from the proxy's address. Where the proxies are named, what they wrote of whom they serve counts; what
/// came from anywhere else, and what a visitor wrote before them, does not.
/// </summary>
public static class ClientAddress
{
    /// <summary>Gives each request the address it came to <see cref="WaymarkOptions.Proxies"/> from; put it before everything.</summary>
    public static IApplicationBuilder UseClientAddress(this IApplicationBuilder app)
    {
        var proxies = app
            .ApplicationServices.GetRequiredService<IOptions<WaymarkOptions>>()
            .Value.Proxies;
        if (proxies.Count == 0)
        {
            return app;
        }
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor,
            // From the last address on, and on as long as it is a proxy's: a visitor can write only what stands before.
            ForwardLimit = null,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in proxies.Select(Parse))
        {
            options.KnownIPNetworks.Add(
                network
                    ?? throw new InvalidOperationException("A proxy's address is checked at start.")
            );
        }
        return app.UseForwardedHeaders(options);
    }

    /// <summary>The network of one address ("10.0.0.7") or of many ("10.0.0.0/24", "fd00::/64"), or null for anything else. Pure.</summary>
    public static IPNetwork? Parse(string? text) =>
        IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address)
            ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : null;
}
