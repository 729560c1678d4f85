using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Waymark.Data;
using Waymark.Features.Accounts;
using Waymark.Features.Openings.Refused;
using Waymark.Tests.Host;
using Xunit;

namespace Waymark.Tests.Features.Openings.Refused;

/// <summary>Who asked for a record that is closed to them stands in that record's history.</summary>
public sealed class RefusedLooksTests(WaymarkHost host) : IClassFixture<WaymarkHost>
{
    [Fact]
    public async Task Look_AtARecordOfAnotherTeam_IsInItsHistoryOnceAPage()
    {
        using var priya = await host.SignInAsync("priya.nair");
        var walk = await RecordWalk.StartAsync(host, priya, "REFUSED-1");
        using var sam = await host.SignInAsync("sam.okafor");

        await sam.GetAsync(walk.Address);
        await sam.GetAsync(walk.Address);
        var refused = await sam.GetAsync(walk.Address + "/history");
        await RoundAsync();

        Assert.Equal(HttpStatusCode.NotFound, refused.Status);
        var looks = await LooksAsync(e => e.ConcernId == walk.ConcernId);
        Assert.Equal(["Concerns/Overview", "History"], looks.Select(e => e.Place).Order());
        Assert.All(looks, e => Assert.Equal("Sam Okafor", e.ByName));
        Assert.Contains(
            "Asked for History and was refused",
            (await priya.GetAsync(walk.Address + "/history?opened=true")).Words,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "was refused",
            (await priya.GetAsync(walk.Address + "/history")).Words,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Look_AtAChildsWholeRecord_IsAnEventOfTheChild()
    {
        using var priya = await host.SignInAsync("priya.nair");
        var walk = await RecordWalk.StartAsync(host, priya, "REFUSED-2");
        var child = await host.ReadAsync(
            AgencyKind.Council,
            db =>
                db.Concerns.Where(c => c.Id == walk.ConcernId).Select(c => c.ChildId).SingleAsync()
        );
        await host.AddPersonAsync(
            "supervises.others",
            AgencyKind.Council,
            [Roles.Supervisor],
            "Family help team (demo)"
        );
        using var other = await host.SignInAsync("supervises.others");

        var refused = await other.GetAsync($"/children/{child}/access-copy");
        await RoundAsync();

        Assert.Equal(HttpStatusCode.NotFound, refused.Status);
        Assert.Equal(
            ["child/AccessCopies/Review"],
            (await LooksAsync(e => e.SubjectId == child)).Select(e => e.Place)
        );
    }

    [Fact]
    public async Task Look_AtNothingOrAtAnotherAgencysRecord_LeavesNothing()
    {
        using var megan = await host.SignInAsync("megan.hughes");
        var elsewhere = await RecordWalk.StartAsync(host, megan, "REFUSED-3");
        using var sam = await host.SignInAsync("sam.okafor");
        var before = (await LooksAsync(_ => true)).Count;

        await sam.GetAsync(elsewhere.Address);
        await sam.GetAsync($"/concerns/{Guid.NewGuid()}");
        await RoundAsync();

        Assert.Equal(before, (await LooksAsync(_ => true)).Count);
        Assert.Empty(
            await host.ReadAsync(
                AgencyKind.School,
                db => db.Events.Where(e => e.Kind == EventKinds.RecordRefused).ToListAsync()
            )
        );
    }

    [Fact]
    public async Task Stop_WithLooksHeld_WritesThem()
    {
        using var stopping = new WaymarkHost();
        using var priya = await stopping.SignInAsync("priya.nair");
        var walk = await RecordWalk.StartAsync(stopping, priya, "REFUSED-4");
        using var sam = await stopping.SignInAsync("sam.okafor");
        await sam.GetAsync(walk.Address);

        await stopping.Services.GetRequiredService<RefusedLookRounds>().StopAsync(default);

        Assert.Single(
            await stopping.ReadAsync(
                AgencyKind.Council,
                db => db.Events.Where(e => e.Kind == EventKinds.RecordRefused).ToListAsync()
            )
        );
    }

    [Fact]
    public async Task Round_WhileTheDatabaseIsAway_KeepsTheLooksForTheNext()
    {
        var looks = new RefusedLooks();
        for (var agency = 1; agency <= 3; agency++)
        {
            looks.Add(
                new(
                    new(agency, 0, 0, new byte[8]),
                    Guid.Empty,
                    "",
                    Guid.NewGuid(),
                    "A page",
                    default
                )
            );
        }
        using var rounds = new RefusedLookRounds(
            looks,
            new AwayScopes(),
            host.Clock,
            NullLogger<RefusedLookRounds>.Instance
        );

        await Assert.ThrowsAsync<NpgsqlException>(() => rounds.GoAsync(default));

        Assert.Equal(3, looks.Take().Count);
    }

    [Fact]
    public void Add_BeyondTheMost_IsDropped()
    {
        var looks = new RefusedLooks();
        for (var i = 0; i < RefusedLooks.Most + 5; i++)
        {
            looks.Add(new(Guid.Empty, Guid.Empty, "", Guid.NewGuid(), "A page", default));
        }

        Assert.Equal(RefusedLooks.Most, looks.Take().Count);
        Assert.Empty(looks.Take());
    }

    private Task RoundAsync() =>
        host.Services.GetRequiredService<RefusedLookRounds>().GoAsync(default);

    private Task<List<RecordEvent>> LooksAsync(
        System.Linq.Expressions.Expression<Func<RecordEvent, bool>> of
    ) =>
        host.ReadAsync(
            AgencyKind.Council,
            db =>
                db.Events.Where(e => e.Kind == EventKinds.RecordRefused)
                    .Where(of)
                    .OrderBy(e => e.Id)
                    .ToListAsync()
        );

    private sealed class AwayScopes : IServiceScopeFactory
    {
        public IServiceScope CreateScope() => throw new NpgsqlException();
    }
}
