using System.Net;
using FsCheck.Xunit;
using Waymark.Hosting;
using Waymark.Tests.Host;
using Xunit;

namespace Waymark.Tests.Security;

/// <summary>Whose tries are counted, where a proxy stands before Waymark.</summary>
public sealed class ClientAddressTests(LimitedHost host) : IClassFixture<LimitedHost>
{
    private static readonly IPAddress s_proxy = IPAddress.Parse("10.0.0.7");

    [Fact]
    public async Task Request_ThroughTheProxy_CountsItsClientAndNoOther()
    {
        host.From = s_proxy;
        using var visitor = host.NewVisitor();
        var client = host.NewPlace();
        await TryAsync(visitor, LimitedHost.Limit, _ => $"{client}");

        Assert.Equal(HttpStatusCode.TooManyRequests, await TryAsync(visitor, $"{client}"));
        Assert.Equal(HttpStatusCode.BadRequest, await TryAsync(visitor, $"{host.NewPlace()}"));
    }

    [Fact]
    public async Task Request_ThroughTheProxyWithAddressesThatTheVisitorWrote_CountsWhatTheProxyWrote()
    {
        host.From = s_proxy;
        using var visitor = host.NewVisitor();
        var client = host.NewPlace();
        await TryAsync(visitor, LimitedHost.Limit, i => $"203.0.113.{i}, {client}");

        Assert.Equal(
            HttpStatusCode.TooManyRequests,
            await TryAsync(visitor, $"203.0.113.99, {client}")
        );
        // Two proxies, one behind the other.
        Assert.Equal(
            HttpStatusCode.TooManyRequests,
            await TryAsync(visitor, $"203.0.113.99, {client}, 10.0.0.8")
        );
        // Nobody can use up the tries of somebody else by naming them.
        Assert.Equal(
            HttpStatusCode.BadRequest,
            await TryAsync(visitor, $"{client}, {host.NewPlace()}")
        );
    }

    [Fact]
    public async Task Request_PastTheProxyWithAnAddressThatTheVisitorWrote_CountsWhereItComesFrom()
    {
        host.From = host.NewPlace();
        using var visitor = host.NewVisitor();
        await TryAsync(visitor, LimitedHost.Limit, i => $"203.0.113.{i}");

        Assert.Equal(HttpStatusCode.TooManyRequests, await TryAsync(visitor, "203.0.113.99"));
    }

    [Theory]
    [InlineData("10.0.0.7", "10.0.0.7/32")]
    [InlineData("10.0.0.0/24", "10.0.0.0/24")]
    [InlineData("fd00::7", "fd00::7/128")]
    [InlineData("fd00::/64", "fd00::/64")]
    public void Parse_AddressOrNetwork_IsANetwork(string text, string network) =>
        Assert.Equal(network, ClientAddress.Parse(text)?.ToString());

    [Property]
    public bool Parse_AnyText_IsANetworkOrNothing(string? text) =>
        ClientAddress.Parse(text) is null or { PrefixLength: >= 0 and <= 128 };

    private static async Task TryAsync(Visitor visitor, int times, Func<int, string> forwarded)
    {
        for (var i = 1; i <= times; i++)
        {
            Assert.Equal(HttpStatusCode.BadRequest, await TryAsync(visitor, forwarded(i)));
        }
    }

    private static async Task<HttpStatusCode> TryAsync(Visitor visitor, string forwarded) =>
        (
            await visitor.PostAsync(
                "/accounts/sign-in",
                [],
                new Dictionary<string, string> { ["X-Forwarded-For"] = forwarded }
            )
        ).Status;
}
