using System.Net;
using Microsoft.EntityFrameworkCore;
using Waymark.Tests.Host;
using Xunit;

namespace Waymark.Tests.Hosting.Storage;

public sealed class ReadinessTests(WaymarkHost host) : IClassFixture<WaymarkHost>
{
    [Fact]
    public async Task Ready_DatabaseThatLostItsTables_IsNotReadyAndIsAgainWhenTheyAreBack()
    {
        using var visitor = host.NewVisitor();
        Assert.Equal(HttpStatusCode.OK, await AskAsync(visitor));

        await RunAsync("ALTER TABLE agencies RENAME TO taken_away");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await AskAsync(visitor));
        Assert.Equal(HttpStatusCode.OK, (await visitor.Client.GetAsync("/health/live")).StatusCode);

        await RunAsync("ALTER TABLE taken_away RENAME TO agencies");
        Assert.Equal(HttpStatusCode.OK, await AskAsync(visitor));
    }

    private static async Task<HttpStatusCode> AskAsync(Visitor visitor) =>
        (await visitor.Client.GetAsync("/health/ready")).StatusCode;

    private Task<int> RunAsync(string sql) =>
        host.ReadAsync(null, db => db.Database.ExecuteSqlRawAsync(sql));
}
