using System.Net;
using Waymark.Tests.Host;

namespace Waymark.Tests.Security;

/// <summary>A host that takes three of each kind in a minute from one address, behind proxies at 10.0.0.0/24.</summary>
public sealed class LimitedHost : WaymarkHost
{
    /// <summary>How many requests of a kind are taken in a minute.</summary>
    public const int Limit = 3;

    private int _places;

    protected override bool Demo => false;

    /// <summary>The address the next requests come from.</summary>
    public IPAddress From { get; set; } = IPAddress.Loopback;

    protected override IEnumerable<KeyValuePair<string, string?>> Settings =>
        [
            new("Waymark:Limits:SignInsPerMinute", $"{Limit}"),
            new("Waymark:Limits:LinksPerMinute", $"{Limit}"),
            new("Waymark:Limits:OpenChecksPerMinute", $"{Limit}"),
            new("Waymark:Proxies:0", "10.0.0.0/24"),
        ];

    /// <summary>An address that no test has come from yet.</summary>
    public IPAddress NewPlace() => new([198, 51, 100, (byte)Interlocked.Increment(ref _places)]);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureServices(services =>
            services.AddSingleton<IStartupFilter>(new Place(this))
        );
    }

    private sealed class Place(LimitedHost host) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
            app =>
            {
                app.Use(
                    (context, go) =>
                    {
                        context.Connection.RemoteIpAddress = host.From;
                        return go(context);
                    }
                );
                next(app);
            };
    }
}
