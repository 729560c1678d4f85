using System.Net;
using Waymark.Features.Accounts;
using Waymark.Tests.Host;
using Xunit;

namespace Waymark.Tests.Hosting;

public sealed class PublicSchemeTests(PublicSchemeTests.HostBehindTls host)
    : IClassFixture<PublicSchemeTests.HostBehindTls>
{
    [Fact]
    public async Task Get_HttpsAddressBehindProxy_CookiesAreSecure()
    {
        using var answer = await SignInPageAsync();

        var cookies = answer.Headers.GetValues("Set-Cookie").ToList();
        Assert.All(cookies, c => Assert.Contains("; secure", c, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Get_HttpsAddressBehindProxy_TellsBrowsersToStayWithTlsForAYear()
    {
        using var answer = await SignInPageAsync();

        Assert.Equal(
            "max-age=31536000; includeSubDomains",
            Assert.Single(answer.Headers.GetValues("Strict-Transport-Security"))
        );
    }

    [Fact]
    public async Task Get_HttpsAddress_CookiesBelongToThisHostAlone()
    {
        using var answer = await SignInPageAsync();

        Assert.All(
            answer.Headers.GetValues("Set-Cookie"),
            c =>
            {
                Assert.StartsWith("__Host-", c, StringComparison.Ordinal);
                Assert.Contains("; path=/;", c, StringComparison.Ordinal);
                Assert.DoesNotContain("domain=", c, StringComparison.OrdinalIgnoreCase);
            }
        );
    }

    [Fact]
    public async Task SignIn_HttpsAddress_KeepsTheSessionInACookieOfThisHostAlone()
    {
        await host.AddAgencyAsync(AgencyKind.Council);
        await host.AddPersonAsync("signs-in", AgencyKind.Council, [Roles.Practitioner]);
        using var visitor = new Visitor(
            host.CreateClient(
                new()
                {
                    AllowAutoRedirect = false,
                    HandleCookies = true,
                    BaseAddress = new("https://waymark.example.org"),
                }
            )
        );

        var entered = await (await visitor.GetAsync("/accounts/sign-in")).SubmitAsync(
            visitor,
            "form:has([name=Password])",
            ("Email", "signs-in@demo.example"),
            ("Password", Waymark.Features.Demo.DemoData.Password)
        );

        Assert.Equal(HttpStatusCode.Redirect, entered.Status);
        var cookie = Assert.Single(
            entered.Response.Headers.GetValues("Set-Cookie"),
            c => c.StartsWith("__Host-waymark=", StringComparison.Ordinal)
        );
        Assert.Contains("; httponly", cookie, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/accounts/ways")).Status);
    }

    [Fact]
    public async Task Get_VisitorNamesAnotherScheme_CookiesStaySecure()
    {
        using var answer = await SignInPageAsync("X-Forwarded-Proto", "http");

        Assert.All(
            answer.Headers.GetValues("Set-Cookie"),
            c => Assert.Contains("; secure", c, StringComparison.Ordinal)
        );
    }

    private async Task<HttpResponseMessage> SignInPageAsync(
        string? header = null,
        string? value = null
    )
    {
        using var visitor = host.NewVisitor();
        // The plain HTTP that a proxy speaks to Waymark, under the name that people use.
        using var request = new HttpRequestMessage(HttpMethod.Get, "/accounts/sign-in");
        request.Headers.Host = "waymark.example.org";
        if (header is not null)
        {
            request.Headers.Add(header, value);
        }
        return await visitor.Client.SendAsync(request);
    }

    public sealed class HostBehindTls : WaymarkHost
    {
        protected override bool Demo => false;

        protected override IEnumerable<KeyValuePair<string, string?>> Settings =>
            [new("Waymark:PublicAddress", "https://waymark.example.org")];
    }
}
