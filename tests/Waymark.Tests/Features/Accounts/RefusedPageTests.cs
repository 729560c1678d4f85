using System.Net;
using Waymark.Features.Accounts;
using Waymark.Tests.Host;
using Xunit;

namespace Waymark.Tests.Features.Accounts;

public sealed class RefusedPageTests(LoggingHost host) : IClassFixture<LoggingHost>
{
    [Fact]
    public async Task Page_OfARoleThatThePersonHasNot_IsInTheLogByIdsAlone()
    {
        await host.AddPersonAsync("tries", AgencyKind.Council, [Roles.Practitioner]);
        using var visitor = await host.SignInAsync("tries");
        var id = await host.ReadAsync(
            null,
            db => SecondWayHost.PersonAsync(db, "tries").ContinueWith(p => p.Result.Id)
        );
        host.Log.Clear();

        var answer = await visitor.GetAsync("/people/invite?typed=a-name");

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        var line = Assert.Single(
            host.Log,
            l => l.Contains("has no role for", StringComparison.Ordinal)
        );
        Assert.Contains($"{id}", line, StringComparison.Ordinal);
        Assert.Contains("/Accounts/People/InvitePage", line, StringComparison.Ordinal);
        Assert.DoesNotContain("a-name", line, StringComparison.Ordinal);
        Assert.DoesNotContain("demo.example", line, StringComparison.Ordinal);
    }
}
