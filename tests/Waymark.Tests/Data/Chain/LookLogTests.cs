using System.Net;
using Microsoft.EntityFrameworkCore;
using Waymark.Data;
using Waymark.Data.Chain;
using Waymark.Features.Accounts;
using Waymark.Log.Verification;
using Waymark.Tests.Host;
using Xunit;

namespace Waymark.Tests.Data.Chain;

/// <summary>Those who look at the same moment are written together, each before their page is shown.</summary>
public sealed class LookLogTests(WaymarkHost host) : IClassFixture<WaymarkHost>
{
    [Fact]
    public async Task Write_WhileOthersAreWritten_WaitsAndIsWrittenWithThoseWhoWait()
    {
        const int Many = 50;
        using var gate = new GatedScopes(host.Services.GetRequiredService<IServiceScopeFactory>());
        var log = new LookLog(gate);
        var agency = await AgencyAsync();
        var first = log.WriteAsync(Look(agency, "first"), Cancellation);
        await gate.Arrived.WaitAsync(Cancellation);

        var others = Enumerable
            .Range(0, Many)
            .Select(n => log.WriteAsync(Look(agency, $"other {n}"), Cancellation))
            .ToList();
        Assert.DoesNotContain(others, other => other.IsCompleted);
        gate.Open();
        await Task.WhenAll([first, .. others]);

        Assert.Equal(2, gate.Made);
        Assert.Equal(
            ["first", .. Enumerable.Range(0, Many).Select(n => $"other {n}")],
            (await LooksAsync()).TakeLast(Many + 1)
        );
        Assert.True(await IsSoundAsync());
    }

    [Fact]
    public async Task Write_OneThatCannotBe_FailsForItsOwnAloneAndTheNextGoOn()
    {
        using var gate = new GatedScopes(host.Services.GetRequiredService<IServiceScopeFactory>());
        var log = new LookLog(gate);
        var agency = await AgencyAsync();
        var first = log.WriteAsync(Look(agency, "before"), Cancellation);
        await gate.Arrived.WaitAsync(Cancellation);
        var broken = log.WriteAsync(Look(agency, "broken", byName: null!), Cancellation);
        var beside = log.WriteAsync(Look(agency, "beside"), Cancellation);
        gate.Open();

        await first;
        await Assert.ThrowsAnyAsync<Exception>(() => broken);
        await beside;
        await log.WriteAsync(Look(agency, "after"), Cancellation);

        Assert.Equal(["before", "beside", "after"], (await LooksAsync()).TakeLast(3));
        Assert.True(await IsSoundAsync());
    }

    [Fact]
    public async Task Write_WhoLeavesMeanwhile_IsInTheLogAllTheSame()
    {
        using var gate = new GatedScopes(host.Services.GetRequiredService<IServiceScopeFactory>());
        var log = new LookLog(gate);
        var agency = await AgencyAsync();
        using var left = new CancellationTokenSource();
        var look = log.WriteAsync(Look(agency, "left"), left.Token);
        await gate.Arrived.WaitAsync(Cancellation);

        await left.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => look);
        gate.Open();
        await log.WriteAsync(Look(agency, "stayed"), Cancellation);

        Assert.Equal(["left", "stayed"], (await LooksAsync()).TakeLast(2));
    }

    [Fact]
    public async Task Get_RecordWhoseLookCannotBeWritten_IsNotShown()
    {
        using var visitor = await host.SignInAsync("priya.nair");
        var walk = await RecordWalk.StartAsync(host, visitor, "UNSEEN1");
        Assert.Equal(HttpStatusCode.OK, (await walk.GetAsync("")).Status);
        await RunAsync(
            host.Postgres is null
                ? """
                CREATE TRIGGER "no_looks" BEFORE INSERT ON "events" WHEN NEW."Kind" = 'record-read'
                BEGIN SELECT RAISE(ABORT, 'no looks'); END
                """
                : """ALTER TABLE "events" ADD CONSTRAINT "no_looks" CHECK ("Kind" <> 'record-read') NOT VALID"""
        );
        try
        {
            var page = await walk.GetAsync("");

            Assert.Equal(HttpStatusCode.InternalServerError, page.Status);
            Assert.DoesNotContain("UNSEEN1", page.Html, StringComparison.Ordinal);
        }
        finally
        {
            await RunAsync(
                host.Postgres is null
                    ? """DROP TRIGGER "no_looks" """
                    : """ALTER TABLE "events" DROP CONSTRAINT "no_looks" """
            );
        }
        Assert.Equal(HttpStatusCode.OK, (await walk.GetAsync("")).Status);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Task<Guid> AgencyAsync() =>
        host.ReadAsync(AgencyKind.Council, db => Task.FromResult(db.CurrentAgencyId));

    private Task<List<string>> LooksAsync() =>
        host.ReadAsync(
            AgencyKind.Council,
            db =>
                db.Events.Where(e => e.Kind == EventKinds.RecordsListed && e.ByName == "Looker")
                    .OrderBy(e => e.Number)
                    .Select(e => e.Place)
                    .ToListAsync()
        );

    private async Task<bool> IsSoundAsync()
    {
        using var export = new MemoryStream();
        await host.InAsync<LogExport, long>(
            AgencyKind.Council,
            log => log.WriteAsync(export, Cancellation)
        );
        return LogVerifier.Verify(new MemoryStream(export.ToArray()), new()).IsSound;
    }

    private Task<bool> RunAsync(string sql) =>
        host.ReadAsync(
            AgencyKind.Council,
            async db =>
            {
                await db.Database.ExecuteSqlRawAsync(sql, Cancellation);
                return true;
            }
        );

    private RecordEvent Look(Guid agency, string place, string byName = "Looker") =>
        new()
        {
            AgencyId = agency,
            At = host.Clock.GetUtcNow(),
            ById = agency,
            ByName = byName,
            Kind = EventKinds.RecordsListed,
            Place = place,
        };

    /// <summary>Holds the first that asks for a scope until it is opened, and counts.</summary>
    private sealed class GatedScopes(IServiceScopeFactory scopes)
        : IServiceScopeFactory,
            IDisposable
    {
        private readonly ManualResetEventSlim _open = new();
        private readonly TaskCompletionSource _arrived = new(
            TaskCreationOptions.RunContinuationsAsynchronously
        );
        private int _made;

        public Task Arrived => _arrived.Task;

        public int Made => _made;

        public void Open() => _open.Set();

        public IServiceScope CreateScope()
        {
            Interlocked.Increment(ref _made);
            _arrived.TrySetResult();
            _open.Wait(Cancellation);
            return scopes.CreateScope();
        }

        public void Dispose() => _open.Dispose();
    }
}
