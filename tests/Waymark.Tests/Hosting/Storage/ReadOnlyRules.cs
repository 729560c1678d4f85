using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Waymark.Data.Databases;
using Waymark.Features.Accounts;
using Waymark.Tests.Host;
using Xunit;

namespace Waymark.Tests.Hosting.Storage;

public sealed class ReadOnlyOnSqlite(SqliteHost host) : ReadOnlyRules<SqliteHost>(host);

public sealed class ReadOnlyOnPostgres(PostgresHost host) : ReadOnlyRules<PostgresHost>(host);

/// <summary>What is opened for reading reads behind the same wall and writes nothing.</summary>
public abstract class ReadOnlyRules<THost>(THost host) : IClassFixture<THost>
    where THost : WaymarkHost
{
    [Fact]
    public Task Read_SeesOwnRowsOnly() =>
        host.InAsync<ReadOnlyDb, bool>(
            AgencyKind.School,
            async reading =>
            {
                await using var db = reading.Open();
                var agencies = await db.Teams.Select(t => t.AgencyId).Distinct().ToListAsync();
                Assert.True(agencies.Count <= 1);
                Assert.True(await db.Agencies.CountAsync() > 1);
                return true;
            }
        );

    [Fact]
    public Task Write_IsRefusedByTheDatabase() =>
        host.InAsync<ReadOnlyDb, bool>(
            AgencyKind.School,
            async reading =>
            {
                await using var db = reading.Open();
                await Assert.ThrowsAnyAsync<DbException>(() =>
                    db.Database.ExecuteSqlRawAsync("DELETE FROM settings")
                );
                return true;
            }
        );
}
