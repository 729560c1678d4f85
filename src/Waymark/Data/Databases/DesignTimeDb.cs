using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Waymark.Data.Sealing;
using Waymark.Security.Encryption;

namespace Waymark.Data.Databases;

/// <summary>
/// The contexts that <c>dotnet ef</c> works with; they open no database. A change of the model needs a migration for each:
/// <c>dotnet ef migrations add NAME --project src/Waymark --context SqliteWaymarkDb -o Data/Migrations/Sqlite</c>, and the
/// same for <c>PostgresWaymarkDb</c> and <c>Postgres</c>.
/// </summary>
internal sealed class DesignTimeDb
    : IDesignTimeDbContextFactory<SqliteWaymarkDb>,
        IDesignTimeDbContextFactory<PostgresWaymarkDb>
{
    private static readonly AgencyKeyrings s_noKeys = new(
        new(() => WrappingKeys.Of(WrappingKey.Create("design"))),
        _ => throw new InvalidOperationException("The design-time context opens no field."),
        TimeProvider.System
    );

    SqliteWaymarkDb IDesignTimeDbContextFactory<SqliteWaymarkDb>.CreateDbContext(string[] args) =>
        new(
            new DbContextOptionsBuilder<SqliteWaymarkDb>()
                .UseSqlite("Data Source=design.db")
                .Options,
            new AgencyScope(),
            s_noKeys
        );

    PostgresWaymarkDb IDesignTimeDbContextFactory<PostgresWaymarkDb>.CreateDbContext(
        string[] args
    ) =>
        new(
            new DbContextOptionsBuilder<PostgresWaymarkDb>().UseNpgsql("Host=design").Options,
            new AgencyScope(),
            s_noKeys
        );
}
