using Microsoft.EntityFrameworkCore;
using Waymark.Data.Sealing;

namespace Waymark.Data.Databases;

/// <summary>
/// The store in PostgreSQL, for several nodes. The wall stands a second time in the database itself: see
/// <see cref="RowLevelSecurity"/>.
/// </summary>
public sealed class PostgresWaymarkDb(
    DbContextOptions<PostgresWaymarkDb> options,
    AgencyScope scope,
    AgencyKeyrings keyrings
) : WaymarkDb(options, scope, keyrings)
{
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
    {
        base.OnConfiguring(optionsBuilder);
        AddOnce(optionsBuilder, AgencyOfConnection.Instance);
    }

    /// <inheritdoc/>
    internal override Task ForgetOrderOfAnswersAsync(Guid waveId, CancellationToken cancellation) =>
        Database.ExecuteSqlAsync(
            $"""
            WITH moved AS (DELETE FROM "survey_responses" WHERE "WaveId" = {waveId} RETURNING *)
            INSERT INTO "survey_responses" SELECT * FROM moved ORDER BY "Id"
            """,
            cancellation
        );

    /// <inheritdoc/>
    public override async Task PrepareAsync(CancellationToken cancellation)
    {
        await Database.MigrateAsync(cancellation);
        await RowLevelSecurity.RaiseAsync(this, cancellation);
    }
}
