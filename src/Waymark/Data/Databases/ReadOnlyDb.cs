using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;
using Waymark.Data.Sealing;
using Waymark.Hosting;

namespace Waymark.Data.Databases;

/// <summary>
/// Opens the store for reading only: a replica where <see cref="WaymarkOptions.ReadDatabase"/> names one, otherwise the database itself. Behind the same
/// wall as the request it serves. A replica may be seconds behind: nothing that a person has just written is read from it.
/// </summary>
public sealed class ReadOnlyDb(
    IOptions<WaymarkOptions> options,
    AgencyScope scope,
    AgencyKeyrings keyrings
)
{
    /// <summary>Opens it; whoever asked closes it. A write fails in the database.</summary>
    public WaymarkDb Open() =>
        string.IsNullOrWhiteSpace(options.Value.Postgres)
            ? new SqliteWaymarkDb(
                new DbContextOptionsBuilder<SqliteWaymarkDb>()
                    .UseSqlite(
                        new SqliteConnectionStringBuilder
                        {
                            DataSource = options.Value.DatabaseFile,
                            Mode = SqliteOpenMode.ReadOnly,
                        }.ConnectionString
                    )
                    .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
                    .Options,
                scope,
                keyrings
            )
            : new PostgresWaymarkDb(
                new DbContextOptionsBuilder<PostgresWaymarkDb>()
                    .UseNpgsql(
                        ReadOnly(
                            string.IsNullOrWhiteSpace(options.Value.ReadDatabase)
                                ? options.Value.Postgres
                                : options.Value.ReadDatabase
                        )
                    )
                    .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
                    .Options,
                scope,
                keyrings
            );

    private static string ReadOnly(string connection) =>
        new NpgsqlConnectionStringBuilder(PostgresConnection.Of(connection))
        {
            Options = "-c default_transaction_read_only=on",
        }.ConnectionString;
}
