using System.Net;
using System.Text.RegularExpressions;
using Waymark.Tests.Host;
using Xunit;

namespace Waymark.Tests.Features;

/// <summary>Every page there is, found by asking the host, so that a new one cannot be forgotten.</summary>
public sealed class EveryPageTests(WaymarkHost host) : IClassFixture<WaymarkHost>
{
    /// <summary>What anyone may open, by the start of its route. Everything else needs a signed-in person.</summary>
    private static readonly string[] s_open =
    [
        "accounts/",
        "guidance/",
        "safety-check",
        "surveys/answer",
        "unavailable",
        "error",
        "status/",
        "health/",
        "components",
        "assets/",
    ];

    private IReadOnlyList<string> Routes()
    {
        using var client = host.CreateClient();
        return
        [
            .. host
                .Services.GetRequiredService<EndpointDataSource>()
                .Endpoints.OfType<RouteEndpoint>()
                .Select(e => e.RoutePattern.RawText!.TrimStart('/'))
                .Where(r =>
                    r.Length > 0 && !s_open.Any(o => r.StartsWith(o, StringComparison.Ordinal))
                )
                .Where(r => !Regex.IsMatch(r, @"\.(css|js|svg|map)(\.gz|\.br)?$"))
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
    }

    [Fact]
    public void Routes_OfTheRecord_AreFound() =>
        Assert.Superset(
            new HashSet<string>
            {
                "concerns",
                "concerns/start",
                "concerns/{concernId:guid}",
                "concerns/{concernId:guid}/act-now",
                "concerns/{concernId:guid}/formulation",
                "concerns/{concernId:guid}/history",
                "settings",
            },
            Routes().ToHashSet()
        );

    [Fact]
    public async Task Get_AsNobody_SendsToSignInFromEveryPage()
    {
        using var visitor = host.NewVisitor();
        foreach (var route in Routes())
        {
            var page = await visitor.GetAsync("/" + Filled(route, Guid.NewGuid()));
            Assert.True(
                page.Status == HttpStatusCode.Redirect
                    && page.RedirectedTo!.Contains("/accounts/sign-in", StringComparison.Ordinal),
                $"{route}: {page.Status} {page.RedirectedTo}"
            );
        }
    }

    [Theory]
    [InlineData("priya.nair")]
    [InlineData("helen.marsh")]
    [InlineData("dai.probert")]
    [InlineData("ruth.adeyemi")]
    [InlineData("colin.frost")]
    [InlineData("ines.duarte")]
    [InlineData("grace.amoah")]
    public async Task Get_RecordOfAnotherAgency_IsTheSameAsOneThatDoesNotExist(string mailbox)
    {
        using var school = await host.SignInAsync("tom.beckett");
        var walk = await RecordWalk.StartAsync(host, school, "EVERY-" + mailbox);
        using var visitor = await host.SignInAsync(mailbox);

        foreach (
            var route in Routes().Where(r => r.Contains("{concernId", StringComparison.Ordinal))
        )
        {
            var there = await visitor.GetAsync("/" + Filled(route, walk.ConcernId));
            var nowhere = await visitor.GetAsync("/" + Filled(route, Guid.NewGuid()));
            Assert.True(there.Status == HttpStatusCode.NotFound, $"{route}: {there.Status}");
            Assert.Equal(nowhere.Status, there.Status);
            Assert.Equal(nowhere.Words, there.Words);
        }
    }

    [Fact]
    public async Task Get_OwnRecord_HasFewQueriesOnEveryPage()
    {
        using var visitor = await host.SignInAsync("tom.beckett");
        var walk = await RecordWalk.StartAsync(host, visitor, "QUERIES-1");
        await walk.StartAssessmentAsync();
        foreach (
            var route in Routes().Where(r => r.Contains("{concernId", StringComparison.Ordinal))
        )
        {
            var path = "/" + Filled(route, walk.ConcernId);
            await visitor.GetAsync(path);
            host.Queries.Clear();
            await visitor.GetAsync(path);
            Assert.True(
                host.Queries.Count <= 12,
                $"{route} asked the database {host.Queries.Count} times"
            );
        }
    }

    private static string Filled(string route, Guid concern) =>
        route
            .Replace("{concernId:guid}", concern.ToString(), StringComparison.Ordinal)
            .Replace("{pageId?}", "page.a1", StringComparison.Ordinal)
            .Replace("{pageId}", "page.a-now", StringComparison.Ordinal);
}
