using Npgsql;
using Waymark.Data.Databases;
using Xunit;

namespace Waymark.Tests.Hosting.Storage;

public sealed class PostgresConnectionTests
{
    [Fact]
    public void Of_AString_KeepsStatementsPlannedAndTheRestAsItWas()
    {
        var completed = new NpgsqlConnectionStringBuilder(
            PostgresConnection.Of("Host=db.example;Database=waymark;SSL Mode=VerifyFull")
        );

        Assert.True(completed.MaxAutoPrepare > 0);
        Assert.Equal(
            ("db.example", "waymark", SslMode.VerifyFull),
            (completed.Host, completed.Database, completed.SslMode)
        );
    }

    [Theory]
    [InlineData("Host=db.example;Max Auto Prepare=0", 0)]
    [InlineData("Host=db.example;max auto prepare=7", 7)]
    public void Of_AStringThatSaysHowMany_LeavesIt(string configured, int expected) =>
        Assert.Equal(
            expected,
            new NpgsqlConnectionStringBuilder(PostgresConnection.Of(configured)).MaxAutoPrepare
        );
}
