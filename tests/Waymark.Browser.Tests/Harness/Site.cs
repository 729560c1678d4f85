using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Npgsql;
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
        builder.ConfigureServices(services =>
            services
                .Configure<MvcOptions>(mvc => mvc.Filters.Add(new DatabaseAwayFor()))
                // The port is known only once it listens: passkeys belong to each request's own address.
                .PostConfigure<IdentityPasskeyOptions>(passkeys =>
                    (passkeys.ServerDomain, passkeys.ValidateOrigin) = (null, null)
                )
        );
    }

    /// <summary>Where it listens, such as <c>http://127.0.0.1:40123</c>.</summary>
    public Uri Address => ClientOptions.BaseAddress;
}

/// <summary>Has the database be away for whoever carries a certain cookie, so that one page state does not disturb the others.</summary>
internal sealed class DatabaseAwayFor : IPageFilter
{
    /// <summary>The cookie's name.</summary>
    public const string Cookie = "database-away";

    public void OnPageHandlerSelected(PageHandlerSelectedContext context) { }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (context.HttpContext.Request.Cookies.ContainsKey(Cookie))
        {
            throw new NpgsqlException("Away for this test.");
        }
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context) { }
}
