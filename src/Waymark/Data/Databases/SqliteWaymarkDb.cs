using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Waymark.Data.Sealing;

namespace Waymark.Data.Databases;

/// <summary>The store in one SQLite file: enough for one machine.</summary>
public sealed class SqliteWaymarkDb(
    DbContextOptions<SqliteWaymarkDb> options,
    AgencyScope scope,
    AgencyKeyrings keyrings
) : WaymarkDb(options, scope, keyrings)
{
    /// <inheritdoc/>
    public override async Task PrepareAsync(CancellationToken cancellation)
    {
        var file = new SqliteConnectionStringBuilder(Database.GetConnectionString()).DataSource;
        if (Path.GetDirectoryName(file) is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
        }
        await Database.MigrateAsync(cancellation);
        await Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL;", cancellation);
    }

    /// <summary>Rows that are removed are overwritten with zeros, not only left out.</summary>
    internal override async Task BeforeErasingAsync(CancellationToken cancellation)
    {
        await Database.OpenConnectionAsync(cancellation);
        await Database.ExecuteSqlRawAsync("PRAGMA secure_delete = ON;", cancellation);
    }

    /// <inheritdoc/>
    internal override Task ForgetOrderOfAnswersAsync(Guid waveId, CancellationToken cancellation) =>
        Database.ExecuteSqlAsync(
            $"""UPDATE "survey_responses" SET rowid = random() WHERE "WaveId" = {waveId}""",
            cancellation
        );

    /// <summary>The journal holds the rows as they were: it is moved into the file and cut.</summary>
    internal override async Task AfterErasingAsync(CancellationToken cancellation)
    {
        await Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE);", cancellation);
        await Database.CloseConnectionAsync();
    }
}
