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
