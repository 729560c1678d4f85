using System.Net;
using FsCheck.Xunit;
using Waymark.Security;
using Waymark.Tests.Host;
using Xunit;

namespace Waymark.Tests.Security;

public sealed class LimitsTests(LimitedHost host) : IClassFixture<LimitedHost>
{
    [Theory]
    [InlineData("POST", "/accounts/sign-in")]
    [InlineData("POST", "/accounts/sign-in?handler=passkey")]
    [InlineData("POST", "/accounts/sign-in/code")]
    [InlineData("POST", "/accounts/confirm")]
    [InlineData("GET", "/accounts/join/some-token")]
    [InlineData("POST", "/accounts/join/some-token")]
    [InlineData("GET", "/surveys/answer/01900000-0000-7000-8000-000000000001/some-token")]
    [InlineData("POST", "/surveys/answer/01900000-0000-7000-8000-000000000001/some-token")]
    [InlineData("POST", "/surveys/answer")]
    [InlineData("POST", "/safety-check")]
    public async Task Request_BeyondTheBound_GetsAPlainPageThatSaysWhenToTryAgain(
        string method,
        string address
    )
    {
        host.From = host.NewPlace();
        using var visitor = host.NewVisitor();
        for (var i = 0; i < LimitedHost.Limit; i++)
        {
            Assert.NotEqual(
                HttpStatusCode.TooManyRequests,
                (await AskAsync(visitor, method, address)).Status
            );
        }

        var refused = await AskAsync(visitor, method, address);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.Equal("Too many at once", refused.Heading);
        Assert.Contains("Wait a minute, then go back and send it again", refused.Words);
        Assert.Contains("call 999", refused.Words, StringComparison.Ordinal);
        Assert.InRange(refused.Response.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.NotEmpty(refused.Response.Headers.GetValues("Content-Security-Policy"));

        host.From = host.NewPlace();
        Assert.NotEqual(
            HttpStatusCode.TooManyRequests,
            (await AskAsync(visitor, method, address)).Status
        );
    }

    [Fact]
    public async Task Request_OfAnotherKind_IsCountedByItself()
    {
        host.From = host.NewPlace();
        using var visitor = host.NewVisitor();
        for (var i = 0; i <= LimitedHost.Limit; i++)
        {
            await AskAsync(visitor, "POST", "/accounts/sign-in");
        }

        Assert.Equal(
            HttpStatusCode.TooManyRequests,
            (await AskAsync(visitor, "POST", "/accounts/sign-in/code")).Status
        );
        Assert.NotEqual(
            HttpStatusCode.TooManyRequests,
            (await AskAsync(visitor, "POST", "/safety-check")).Status
        );
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/accounts/sign-in")).Status);
    }

    [Theory]
    [InlineData("GET", "/accounts/sign-in")]
    [InlineData("GET", "/accounts/external/callback/council")]
    [InlineData("GET", "/safety-check")]
    [InlineData("POST", "/concerns")]
    [InlineData("GET", "/surveys")]
    [InlineData("GET", "/status/429")]
    public void KindOf_ReadingAndWorkOfThoseSignedIn_IsNotCounted(string method, string path) =>
        Assert.Equal(LimitKind.None, Limits.KindOf(method, path));

    [Property]
    public bool Counted_AddressesOfOneIpv6Network_AreOne(byte[] network, byte[] one, byte[] other)
    {
        return Limits.Counted(In(network, one)) == Limits.Counted(In(network, other));

        static IPAddress In(byte[] network, byte[] rest)
        {
            var bytes = new byte[16];
            // 2000::/3 is where addresses are given out.
            network.AsSpan(0, Math.Min(7, network.Length)).CopyTo(bytes.AsSpan(1));
            bytes[0] = 0x20;
            rest.AsSpan(0, Math.Min(8, rest.Length)).CopyTo(bytes.AsSpan(8));
            return new(bytes);
        }
    }

    [Fact]
    public void Counted_Ipv4WrittenAsIpv6_IsTheSameAddress() =>
        Assert.Equal(
            Limits.Counted(IPAddress.Parse("203.0.113.9")),
            Limits.Counted(IPAddress.Parse("::ffff:203.0.113.9"))
        );

    private static Task<VisitedPage> AskAsync(Visitor visitor, string method, string address) =>
        method == "GET" ? visitor.GetAsync(address) : visitor.PostAsync(address, []);
}
