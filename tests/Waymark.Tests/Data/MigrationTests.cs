using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
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
        Assert.Empty(Pending(sqlite));
        Assert.Empty(Pending(postgres));
        Assert.Equal(Names(sqlite), Names(postgres));
    }

    private static IEnumerable<string> Pending(DbContext db)
    {
        var snapshot = db.GetService<IModelRuntimeInitializer>()
            .Initialize(db.GetService<IMigrationsAssembly>().ModelSnapshot!.Model);
        return db.GetService<IMigrationsModelDiffer>()
            .GetDifferences(
                snapshot.GetRelationalModel(),
                db.GetService<IDesignTimeModel>().Model.GetRelationalModel()
            )
            .Select(o => Words(o));
    }

    private static string Words(MigrationOperation operation) =>
        operation.GetType().Name
        + string.Concat(
            operation
                .GetType()
                .GetProperties()
                .Where(p => p.GetIndexParameters().Length == 0)
                .Select(p => $" {p.Name}={p.GetValue(operation)}")
        );

    private static IEnumerable<string> Names(DbContext db) =>
        db
            .Database.GetMigrations()
            .Select(m => m[(m.IndexOf('_', StringComparison.Ordinal) + 1)..]);
}
