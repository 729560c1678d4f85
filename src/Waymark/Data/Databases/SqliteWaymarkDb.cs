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
}
