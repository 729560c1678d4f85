using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Waymark.Data.Databases;
using Xunit;

namespace Waymark.Tests.Data;

public sealed class DatabaseAwayTests
{
    [Theory]
    [InlineData("57P01", true)] // shut down
    [InlineData("53100", true)] // disk full
    [InlineData("53300", true)] // too many connections
    [InlineData("08006", true)] // broken off
    [InlineData("40001", true)] // to be asked again
    [InlineData("23505", false)] // the same key twice
    [InlineData("42703", false)] // no such column
    [InlineData("42501", false)] // against the wall
    public void Is_AnAnswerOfPostgres_ByItsCode(string state, bool away) =>
        Assert.Equal(
            away,
            DatabaseAway.Is(
                new DbUpdateException(
                    "save",
                    new PostgresException("message", "ERROR", "ERROR", state)
                )
            )
        );

    [Theory]
    [InlineData(5, true)]
    [InlineData(10, true)]
    [InlineData(13, true)]
    [InlineData(14, true)]
    [InlineData(1, false)]
    [InlineData(11, false)]
    [InlineData(19, false)]
    public void Is_AnAnswerOfSqlite_ByItsCode(int code, bool away) =>
        Assert.Equal(away, DatabaseAway.Is(new SqliteException("message", code)));

    [Fact]
    public void Is_NoAnswer_IsAway() =>
        Assert.True(
            DatabaseAway.Is(
                new InvalidOperationException("transient", new NpgsqlException("no connection"))
            )
        );

    [Fact]
    public void Is_AnyOtherFault_IsNot()
    {
        Assert.False(DatabaseAway.Is(new InvalidOperationException("a bug")));
        Assert.False(DatabaseAway.Is(null));
    }
}
