using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Waymark.Data;
using Waymark.Data.Databases;
using Waymark.Features.Insight.Releasing;
using Waymark.Features.Surveys;
using Waymark.Tests.Features.Surveys.Export;
using Waymark.Tests.Host;
using Xunit;

namespace Waymark.Tests.Features.Insight.Releasing;

public sealed class ReleaseByTwoOnSqlite(RacingSqliteHost host)
    : ReleaseByTwoRules<RacingSqliteHost>(host);

public sealed class ReleaseByTwoOnPostgres(RacingPostgresHost host)
    : ReleaseByTwoRules<RacingPostgresHost>(host);

/// <summary>A host in which two who release at once have both decided before either saves.</summary>
public abstract class RacingHost : WaymarkHost
{
    internal Crossroads Crossroads { get; } = new();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureServices(services =>
            services
                .ConfigureDbContext<SqliteWaymarkDb>(o => o.AddInterceptors(Crossroads))
                .ConfigureDbContext<PostgresWaymarkDb>(o => o.AddInterceptors(Crossroads))
        );
    }
}

public sealed class RacingSqliteHost : RacingHost
{
    /// <inheritdoc/>
    public override string? Postgres => null;
}

public sealed class RacingPostgresHost : RacingHost
{
    private readonly Lazy<string> _connection = new(PostgresServer.NewDatabase);

    /// <inheritdoc/>
    public override string? Postgres => _connection.Value;
}

/// <summary>
/// Once it is set, the first who is about to save results waits for the second, before either holds a lock; everybody after them goes on.
/// </summary>
internal sealed class Crossroads : DbTransactionInterceptor
{
    private TaskCompletionSource? _second;
    private int _came;

    internal int Came => _came;

    internal void Set()
    {
        _second = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _came = 0;
    }

    public override async ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection,
        TransactionStartingEventData eventData,
        InterceptionResult<DbTransaction> result,
        CancellationToken cancellationToken = default
    )
    {
        if (
            _second is { } second
            && eventData.Context!.ChangeTracker.Entries<ReleasedFiguresRow>().Any()
        )
        {
            if (Interlocked.Increment(ref _came) == 2)
            {
                second.SetResult();
            }

            await second.Task.WaitAsync(TimeSpan.FromMinutes(2), cancellationToken);
        }

        return result;
    }
}

/// <summary>Two people who close or press the button at the same moment end in one ledger: the second decides again beside the first.</summary>
public abstract class ReleaseByTwoRules<THost>(THost host) : IClassFixture<THost>
    where THost : RacingHost
{
    private const string Bridge = "workforce-bridge-2014";

    [Fact]
    public async Task Release_TheFirstTimeByTwoAtOnce_EndsInOneLedgerAndOneEvent()
    {
        var evaluation = await StoredSurvey.AddAsync(
            host,
            InsightHost.Ruth,
            (WaveStage.Only, Bridge, 120, true)
        );

        await ReleaseByTwoAsync(evaluation);

        Assert.NotEmpty((await host.LedgerAsync(evaluation)).Tables);
        Assert.Equal(1, await EventsAsync(evaluation));
    }

    [Fact]
    public async Task Release_OfALaterWaveByTwoAtOnce_KeepsEarlierTablesAndDecidesOnce()
    {
        var evaluation = await StoredSurvey.AddAsync(
            host,
            InsightHost.Ruth,
            (WaveStage.Before, Bridge, 150, true),
            (WaveStage.StraightAfter, Bridge, 90, false)
        );
        await host.ReleaseAsync(evaluation);
        var first = (await host.LedgerAsync(evaluation)).Tables;
        await host.CloseAsync(evaluation, WaveStage.StraightAfter);

        await ReleaseByTwoAsync(evaluation);

        Assert.Equal(
            first.Select(table => table.Request.Key),
            (await host.LedgerAsync(evaluation))
                .Tables.Take(first.Length)
                .Select(table => table.Request.Key)
        );
        Assert.Equal(2, await EventsAsync(evaluation));
    }

    private async Task ReleaseByTwoAsync(Guid evaluation)
    {
        host.Crossroads.Set();
        var both = await Task.WhenAll(
            Task.Run(() => host.ReleaseAsync(evaluation)),
            Task.Run(() => host.ReleaseAsync(evaluation))
        );

        Assert.Equal([true, true], both);
        // Both were about to save at once; the one that was refused found everything decided.
        Assert.Equal(2, host.Crossroads.Came);
    }

    private Task<int> EventsAsync(Guid evaluation) =>
        host.AsPersonAsync(
            InsightHost.Ruth,
            db =>
                db.Events.CountAsync(e =>
                    e.Kind == EventKinds.ResultsReleased && e.SubjectId == evaluation
                )
        );
}
