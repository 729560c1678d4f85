using Microsoft.EntityFrameworkCore;
using Npgsql;
using Waymark.Data.Databases;
using Waymark.Features.Accounts;
using Waymark.Features.Children;
using Waymark.Tests.Host;
using Xunit;

namespace Waymark.Tests.Data;

/// <summary>The wall inside PostgreSQL holds where every filter of the program has been left out.</summary>
public sealed class RowLevelSecurityTests(PostgresHost host) : IClassFixture<PostgresHost>
{
    [Fact]
    public async Task EveryTableOfAnAgencysRows_IsWalledEvenAgainstItsOwner()
    {
        var tables = await host.ReadAsync(
            null,
            db => Task.FromResult(RowLevelSecurity.Tables(db).ToList())
        );
        Assert.NotEmpty(tables);
        var walled = await ListAsync(
            "SELECT relname FROM pg_class WHERE relrowsecurity AND relforcerowsecurity AND relkind = 'r'"
        );
        Assert.Empty(tables.Except(walled));
    }

    [Fact]
    public async Task Read_WithEveryFilterLeftOut_SeesOwnRowsOnly()
    {
        await AddChildAsync(AgencyKind.School, "RLS-1");
        await AddChildAsync(AgencyKind.Council, "RLS-2");

        var seen = await host.ReadAsync(
            AgencyKind.School,
            db => db.Children.IgnoreQueryFilters().Select(c => c.AgencyId).Distinct().ToListAsync()
        );
        var school = await host.ReadAsync(
            AgencyKind.School,
            db => Task.FromResult(db.CurrentAgencyId)
        );

        Assert.Equal([school], seen);
    }

    [Fact]
    public async Task Read_ByAConnectionThatNamedNoAgency_SeesNoRow()
    {
        await AddChildAsync(AgencyKind.School, "RLS-3");
        Assert.Equal(["0"], await ListAsync("SELECT count(*)::text FROM children"));
        Assert.NotEqual(["0"], await ListAsync("SELECT count(*)::text FROM agencies"));
    }

    [Fact]
    public async Task Read_NobodyAfterSomebodyOnTheSameConnection_SeesNoRow()
    {
        await AddChildAsync(AgencyKind.School, "RLS-4");
        Assert.False(await host.ReadAsync(null, db => db.Children.IgnoreQueryFilters().AnyAsync()));
    }

    [Fact]
    public async Task Write_RowOfAnotherAgencyByPlainSql_IsRefused()
    {
        await AddChildAsync(AgencyKind.School, "RLS-5");
        var council = await host.ReadAsync(
            AgencyKind.Council,
            db => Task.FromResult(db.CurrentAgencyId)
        );
        await host.ReadAsync(
            AgencyKind.School,
            async db =>
            {
                var refused = await Assert.ThrowsAsync<PostgresException>(() =>
                    db.Database.ExecuteSqlAsync($"""UPDATE children SET "AgencyId" = {council}""")
                );
                return Assert.IsType<string>(refused.SqlState);
            }
        );
    }

    [Fact]
    public async Task Raise_ForARoleThatNoWallBinds_StopsTheStart()
    {
        await host.ReadAsync(null, db => db.Agencies.AnyAsync());
        var database = new NpgsqlConnectionStringBuilder(host.Postgres).Database!;
        await using var admin = new NpgsqlConnection(PostgresServer.AdminConnection(database));
        var options = new DbContextOptionsBuilder<PostgresWaymarkDb>().UseNpgsql(admin).Options;
        await using var db = new PostgresWaymarkDb(options, new(), null!);
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            RowLevelSecurity.RaiseAsync(db, TestContext.Current.CancellationToken)
        );
        Assert.Contains("superuser", refused.Message, StringComparison.Ordinal);
    }

    private Task<int> AddChildAsync(AgencyKind agency, string reference) =>
        host.ReadAsync(
            agency,
            db =>
            {
                db.Children.Add(
                    new()
                    {
                        Id = Guid.CreateVersion7(),
                        AgencyId = db.CurrentAgencyId,
                        Reference = reference,
                        AgeBand = AgeBand.NotKnown,
                    }
                );
                return db.SaveChangesAsync();
            }
        );

    /// <summary>Asks as the role that owns the database, past the program.</summary>
    private async Task<List<string>> ListAsync(string sql)
    {
        await host.ReadAsync(null, db => db.Agencies.AnyAsync());
        await using var connection = new NpgsqlConnection(host.Postgres);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(reader.GetString(0));
        }
        return rows;
    }
}
