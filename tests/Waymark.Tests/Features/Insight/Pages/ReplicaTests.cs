using Microsoft.EntityFrameworkCore;
using Waymark.Features.Surveys;
using Waymark.Tests.Features.Surveys.Export;
using Waymark.Tests.Host;
using Xunit;

namespace Waymark.Tests.Features.Insight.Pages;

/// <summary>Where a replica is named, results are read from it; what is decided goes to the database itself.</summary>
public sealed class ReplicaTests(ReplicaTests.ReplicaHost host)
    : IClassFixture<ReplicaTests.ReplicaHost>
{
    [Fact]
    public async Task Get_WhereAReplicaIsNamed_ReadsItAndPostWritesTheDatabase()
    {
        var evaluation = await StoredSurvey.AddAsync(
            host,
            InsightHost.Ruth,
            (WaveStage.Only, "workforce-bridge-2014", 60, true)
        );
        // A copy of one table that differs from the database's own stands for a replica.
        await host.AsPersonAsync(
            InsightHost.Ruth,
            db =>
                db.Database.ExecuteSqlRawAsync(
                    """
                    CREATE SCHEMA replica;
                    CREATE TABLE replica.evaluations AS TABLE public.evaluations;
                    UPDATE replica.evaluations SET "IsSynthetic" = true
                    """
                )
        );
        using var visitor = await host.SignInAsync(InsightHost.Ruth);

        var page = await visitor.GetAsync($"/insight/{evaluation}");

        Assert.Contains("Made up for a demo", page.Words, StringComparison.Ordinal);
        Assert.False(
            await host.AsPersonAsync(
                InsightHost.Ruth,
                async db => (await db.Evaluations.SingleAsync(e => e.Id == evaluation)).IsSynthetic
            )
        );
        await page.SubmitAsync(visitor, "main form");
        Assert.NotEmpty((await host.LedgerAsync(evaluation)).Tables);
    }

    /// <summary>A host whose results are read by a second connection.</summary>
    public sealed class ReplicaHost : WaymarkHost
    {
        private readonly Lazy<string> _connection = new(PostgresServer.NewDatabase);

        /// <inheritdoc/>
        public override string? Postgres => _connection.Value;

        protected override IEnumerable<KeyValuePair<string, string?>> Settings =>
            [new("Waymark:ReadDatabase", Postgres + ";Search Path=replica,public")];
    }
}
