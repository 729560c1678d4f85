using Waymark.Tests.Host;

namespace Waymark.Browser.Tests.Harness;

/// <summary>Waymark on a real server and a free port, with a demo, a database of its own and a clock that tests move.</summary>
public class Site : WaymarkHost
{
    public Site()
    {
        UseKestrel(0);
        StartServer();
    }

    /// <summary>A visitor without a browser. On a real server the factory's own client would follow redirects by itself.</summary>
    public override Visitor NewVisitor() =>
        new(new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = Address });

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        // Styles and script come from the build, as they do on a developer's desk.
        builder.UseStaticWebAssets();
    }

    /// <summary>Where it listens, such as <c>http://127.0.0.1:40123</c>.</summary>
    public Uri Address => ClientOptions.BaseAddress;
}
