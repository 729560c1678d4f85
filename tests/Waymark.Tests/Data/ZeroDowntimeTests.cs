using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Waymark.Data.Databases;
using Xunit;

namespace Waymark.Tests.Data;

/// <summary>
/// While nodes are renewed one after another, the earlier program writes to the newer tables. So a migration only adds, and what it adds may be left
/// out of an insert. What is to go, goes a version after the last program that wrote it: then it is named here, with that version.
/// </summary>
public sealed class ZeroDowntimeTests
{
    private static readonly string[] s_goneOnPurpose = [];

    [Fact]
    public void EveryMigrationSinceTheFirst_LeavesTheEarlierProgramWorking()
    {
        var design = new DesignTimeDb();
        using var sqlite = (
            (IDesignTimeDbContextFactory<SqliteWaymarkDb>)design
        ).CreateDbContext([]);
        using var postgres = (
            (IDesignTimeDbContextFactory<PostgresWaymarkDb>)design
        ).CreateDbContext([]);
        Assert.Empty(Faults(sqlite).Concat(Faults(postgres)).Except(s_goneOnPurpose));
    }

    [Fact]
    public void Fault_EachKindOfChange_IsFound()
    {
        var made = new HashSet<string>(StringComparer.Ordinal);
        Assert.NotNull(Fault(new DropTableOperation { Name = "t" }, made));
        Assert.NotNull(Fault(new DropColumnOperation { Table = "t", Name = "c" }, made));
        Assert.NotNull(
            Fault(
                new RenameColumnOperation
                {
                    Table = "t",
                    Name = "c",
                    NewName = "d",
                },
                made
            )
        );
        Assert.NotNull(Fault(new RenameTableOperation { Name = "t", NewName = "u" }, made));
        Assert.NotNull(
            Fault(
                new AddColumnOperation
                {
                    Table = "t",
                    Name = "c",
                    ClrType = typeof(int),
                },
                made
            )
        );
        Assert.Null(
            Fault(
                new AddColumnOperation
                {
                    Table = "t",
                    Name = "c",
                    ClrType = typeof(int),
                    DefaultValue = 0,
                },
                made
            )
        );
        Assert.NotNull(
            Fault(
                new AlterColumnOperation
                {
                    Table = "t",
                    Name = "c",
                    IsNullable = false,
                    OldColumn = new AddColumnOperation { IsNullable = true },
                },
                made
            )
        );
        // A table that the same release makes is nobody's yet.
        made.Add("t");
        Assert.Null(Fault(new DropColumnOperation { Table = "t", Name = "c" }, made));
    }

    private static IEnumerable<string> Faults(DbContext db)
    {
        var migrations = db.GetService<IMigrationsAssembly>();
        HashSet<string> made = new(StringComparer.Ordinal);
        foreach (var (name, type) in migrations.Migrations.Skip(1))
        {
            foreach (
                var operation in migrations
                    .CreateMigration(type, db.Database.ProviderName!)
                    .UpOperations
            )
            {
                if (Fault(operation, made) is { } fault)
                {
                    yield return $"{name[(name.IndexOf('_', StringComparison.Ordinal) + 1)..]}: {fault}";
                }
            }
        }
    }

    /// <param name="operation">A change of the tables.</param>
    /// <param name="made">Tables that were made since the first release; those made now are added.</param>
    private static string? Fault(MigrationOperation operation, HashSet<string> made)
    {
        switch (operation)
        {
            case CreateTableOperation table:
                made.Add(table.Name);
                return null;
            case DropTableOperation table when !made.Contains(table.Name):
                return $"the table {table.Name} goes";
            case RenameTableOperation table when !made.Contains(table.Name):
                return $"the table {table.Name} gets another name";
            case DropColumnOperation column when !made.Contains(column.Table):
                return $"{column.Table}.{column.Name} goes";
            case RenameColumnOperation column when !made.Contains(column.Table):
                return $"{column.Table}.{column.Name} gets another name";
            case AddColumnOperation column
                when !made.Contains(column.Table)
                    && column is { IsNullable: false, DefaultValue: null, DefaultValueSql: null }:
                return $"{column.Table}.{column.Name} must be given";
            case AlterColumnOperation column
                when !made.Contains(column.Table)
                    && column is { IsNullable: false, OldColumn.IsNullable: true }:
                return $"{column.Table}.{column.Name} must be given from now on";
            default:
                return null;
        }
    }
}
