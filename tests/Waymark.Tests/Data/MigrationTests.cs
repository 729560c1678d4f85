using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Waymark.Data.Databases;
using Xunit;

namespace Waymark.Tests.Data;

public sealed class MigrationTests
{
    [Fact]
    public void Model_OfEveryKindOfDatabase_HasAMigrationForEveryChange()
    {
        var design = new DesignTimeDb();
        using var sqlite = (
            (IDesignTimeDbContextFactory<SqliteWaymarkDb>)design
        ).CreateDbContext([]);
        using var postgres = (
            (IDesignTimeDbContextFactory<PostgresWaymarkDb>)design
        ).CreateDbContext([]);
        Assert.False(sqlite.Database.HasPendingModelChanges(), "SqliteWaymarkDb");
        Assert.False(postgres.Database.HasPendingModelChanges(), "PostgresWaymarkDb");
        Assert.Equal(Names(sqlite), Names(postgres));
    }

    private static IEnumerable<string> Names(DbContext db) =>
        db
            .Database.GetMigrations()
            .Select(m => m[(m.IndexOf('_', StringComparison.Ordinal) + 1)..]);
}
