using Microsoft.EntityFrameworkCore;
using Waymark.Data;
using Waymark.Data.Chain;
using Waymark.Features.Accounts;
using Waymark.Features.Children;
using Waymark.Features.Concerns;
using Waymark.Log.Verification;
using Waymark.Tests.Host;
using Xunit;

namespace Waymark.Tests.Data;

public sealed class EventChainOnSqlite(SqliteHost host) : EventChainRules<SqliteHost>(host);

public sealed class EventChainOnPostgres(PostgresHost host) : EventChainRules<PostgresHost>(host);

/// <summary>Every event has its place in its agency's chain, on whichever database.</summary>
public abstract class EventChainRules<THost>(THost host) : IClassFixture<THost>
    where THost : WaymarkHost
{
    [Fact]
    public async Task Save_ByManyAtOnce_ChainsEveryEventOnceAndNeverForks()
    {
        const int Writers = 6;
        const int Saves = 10;
        var before = await NumberAsync(AgencyKind.School);

        await Task.WhenAll(
            Enumerable
                .Range(0, Writers)
                .Select(writer =>
                    Task.Run(async () =>
                    {
                        for (var save = 0; save < Saves; save++)
                        {
                            await AddEventsAsync(
                                AgencyKind.School,
                                $"writer {writer}, save {save}",
                                "and another"
                            );
                        }
                    })
                )
        );

        var numbers = await host.ReadAsync(
            AgencyKind.School,
            db =>
                db.Events.Where(e => e.Number > before)
                    .OrderBy(e => e.Number)
                    .Select(e => e.Number)
                    .ToListAsync()
        );
        Assert.Equal(Enumerable.Range(1, Writers * Saves * 2).Select(n => before + n), numbers);
        Assert.True((await VerifyAsync(AgencyKind.School)).IsSound);
    }

    [Fact]
    public async Task Save_ThatFails_LeavesNoGap()
    {
        await AddEventsAsync(AgencyKind.Council, "first");
        var before = await NumberAsync(AgencyKind.Council);
        await host.ReadAsync(
            AgencyKind.Council,
            async db =>
            {
                db.Events.Add(Event(db.CurrentAgencyId, "lost"));
                db.Add(ConcernOfNoChild(db.CurrentAgencyId));
                await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
                return true;
            }
        );
        Assert.Equal(before, await NumberAsync(AgencyKind.Council));

        await AddEventsAsync(AgencyKind.Council, "second");

        Assert.Equal(before + 1, await NumberAsync(AgencyKind.Council));
        Assert.True((await VerifyAsync(AgencyKind.Council)).IsSound);
    }

    [Fact]
    public async Task Save_TwiceThroughOneContext_GoesOnFromTheFirst()
    {
        await host.AddAgencyAsync(AgencyKind.Charity);
        await host.ReadAsync(
            AgencyKind.Charity,
            async db =>
            {
                db.Events.Add(Event(db.CurrentAgencyId, "one"));
                await db.SaveChangesAsync();
                db.Events.Add(Event(db.CurrentAgencyId, "two"));
                return await db.SaveChangesAsync();
            }
        );
        Assert.True((await VerifyAsync(AgencyKind.Charity)).IsSound);
    }

    [Fact]
    public async Task Save_EventAndChangeInAnOuterTransactionRolledBack_LeavesNeither()
    {
        await host.AddAgencyAsync(AgencyKind.Charity);
        await AddEventsAsync(AgencyKind.Charity, "kept");
        var before = await NumberAsync(AgencyKind.Charity);
        await host.ReadAsync(
            AgencyKind.Charity,
            async db =>
            {
                await using var outer = await db.Database.BeginTransactionAsync();
                db.Events.Add(Event(db.CurrentAgencyId, "taken back"));
                await db.SaveChangesAsync();
                await outer.RollbackAsync();
                return true;
            }
        );
        Assert.Equal(before, await NumberAsync(AgencyKind.Charity));
        Assert.True((await VerifyAsync(AgencyKind.Charity)).IsSound);
    }

    [Theory]
    [InlineData(
        """UPDATE "events" SET "Kind" = 'concern-startee' WHERE "Number" = {0} AND "AgencyId" = {1}"""
    )]
    [InlineData("""UPDATE "events" SET "Place" = 'b3' WHERE "Number" = {0} AND "AgencyId" = {1}""")]
    [InlineData(
        """UPDATE "events" SET "Hash" = "Previous" WHERE "Number" = {0} AND "AgencyId" = {1}"""
    )]
    [InlineData("""DELETE FROM "events" WHERE "Number" = {0} AND "AgencyId" = {1}""")]
    public async Task Export_RowTamperedWithInTheDatabase_IsNamed(string tampering)
    {
        await AddEventsAsync(AgencyKind.Health, "one", "two", "three");
        var victim = await NumberAsync(AgencyKind.Health) - 1;
        var agency = await host.ReadAsync(
            AgencyKind.Health,
            db => Task.FromResult(db.CurrentAgencyId)
        );
        await using var undo = await TamperAsync(tampering, victim, agency);

        using var export = new MemoryStream();
        await undo.ExportAsync(export);
        var faults = LogVerifier.Verify(new MemoryStream(export.ToArray()), new()).Faults;

        // Each line before the victim's is as it was written, so its entry's line is the first that is named.
        var lines = System.Text.Encoding.UTF8.GetString(export.ToArray()).Split('\n');
        var expected = Array.FindIndex(
            lines,
            line =>
                line.StartsWith($"{{\"entry\":{victim},", StringComparison.Ordinal)
                || line.StartsWith($"{{\"entry\":{victim + 1},", StringComparison.Ordinal)
        );
        Assert.Equal(expected + 1, faults[0].Line);
    }

    [Fact]
    public async Task Checkpoint_OverTamperedRows_IsNotSigned()
    {
        await AddEventsAsync(AgencyKind.Health, "one", "two", "three");
        var victim = await NumberAsync(AgencyKind.Health) - 1;
        var agency = await host.ReadAsync(
            AgencyKind.Health,
            db => Task.FromResult(db.CurrentAgencyId)
        );
        await using var tampered = await TamperAsync(
            """UPDATE "events" SET "Kind" = 'concern-startee' WHERE "Number" = {0} AND "AgencyId" = {1}""",
            victim,
            agency
        );
        Assert.Equal((CheckpointOutcome.Broken, victim), await tampered.CheckpointAsync());
    }

    [Fact]
    public async Task Words_ChangedByAHolderOfTheKeys_AreNotAsWritten()
    {
        await AddEventsAsync(AgencyKind.Council, "as written");
        var words = await host.ReadAsync(
            AgencyKind.Council,
            async db => await db.Events.AsNoTracking().OrderBy(e => e.Number).LastAsync()
        );
        Assert.True(words.WordsAreAsWritten());
        typeof(RecordEvent).GetProperty(nameof(RecordEvent.After))!.SetValue(words, "as wished");
        Assert.False(words.WordsAreAsWritten());
    }

    private Task<long> NumberAsync(AgencyKind agency) =>
        host.ReadAsync(
            agency,
            async db =>
                (
                    await db
                        .LogHeads.AsNoTracking()
                        .SingleAsync(h => h.AgencyId == db.CurrentAgencyId)
                ).Number
        );

    private Task<int> AddEventsAsync(AgencyKind agency, params string[] words) =>
        host.ReadAsync(
            agency,
            async db =>
            {
                db.Events.AddRange(words.Select(w => Event(db.CurrentAgencyId, w)));
                return await db.SaveChangesAsync();
            }
        );

    private async Task<LogVerdict> VerifyAsync(AgencyKind agency)
    {
        using var export = new MemoryStream();
        await host.InAsync<LogExport, long>(
            agency,
            log => log.WriteAsync(export, TestContext.Current.CancellationToken)
        );
        return LogVerifier.Verify(new MemoryStream(export.ToArray()), new());
    }

    private async Task<Tampering> TamperAsync(string sql, long number, Guid agency)
    {
        var scope = host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<AgencyScope>().Enter(agency);
        var db = scope.ServiceProvider.GetRequiredService<WaymarkDb>();
        await db.Database.BeginTransactionAsync();
        Assert.Equal(1, await db.Database.ExecuteSqlRawAsync(sql, number, agency));
        return new(scope);
    }

    /// <summary>A row changed behind the program's back, in a transaction that is taken back afterwards.</summary>
    private sealed class Tampering(AsyncServiceScope scope) : IAsyncDisposable
    {
        public Task<long> ExportAsync(Stream output) =>
            scope
                .ServiceProvider.GetRequiredService<LogExport>()
                .WriteAsync(output, TestContext.Current.CancellationToken);

        public Task<(CheckpointOutcome, long)> CheckpointAsync() =>
            scope
                .ServiceProvider.GetRequiredService<LogCheckpoints>()
                .MakeAsync(TestContext.Current.CancellationToken);

        public ValueTask DisposeAsync() => scope.DisposeAsync();
    }

    private static Concern ConcernOfNoChild(Guid agency) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            AgencyId = agency,
            ChildId = Guid.NewGuid(),
            Worry = "worry",
            AgeBand = AgeBand.NotKnown,
            StartedAt = default,
            StartedById = agency,
            StartedByName = "Someone",
        };

    private static RecordEvent Event(Guid agency, string words) =>
        new()
        {
            AgencyId = agency,
            // Finer than a microsecond: what the database cuts off must not have been hashed.
            At = new DateTimeOffset(2026, 11, 24, 16, 50, 0, 123, 457, TimeSpan.Zero).AddTicks(7),
            ById = agency,
            ByName = "Someone",
            Kind = EventKinds.ConcernStarted,
            Place = "b2",
            After = words,
        };
}
