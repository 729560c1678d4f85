using System.Net;
using Microsoft.EntityFrameworkCore;
using Waymark.Data;
using Waymark.Data.Chain;
using Waymark.Features.Accounts;
using Waymark.Log.Verification;
using Waymark.Tests.Host;
using Xunit;

namespace Waymark.Tests.Features.Accounts;

/// <summary>Who looked, who signed in and who was refused stands in the agency's log.</summary>
public sealed class WhoLookedTests(WaymarkHost host) : IClassFixture<WaymarkHost>
{
    private const string InCouncil = "priya.nair";

    [Fact]
    public async Task Get_PagesOfARecord_AreInTheLogByNameAndPage()
    {
        using var visitor = await host.SignInAsync(InCouncil);
        var walk = await RecordWalk.StartAsync(host, visitor, "LOOK1");

        await walk.GetAsync("");
        await walk.GetAsync("/history");

        var reads = await ReadsAsync(walk.ConcernId);
        Assert.Equal(["Concerns/Overview", "History"], reads.Select(e => e.Place));
        Assert.All(reads, e => Assert.Equal("Priya Nair", e.ByName));
        Assert.All(reads, e => Assert.Null(e.After));
    }

    [Fact]
    public async Task Get_WhoHasOpened_NamesThemApartFromWhatWasWritten()
    {
        using var visitor = await host.SignInAsync(InCouncil);
        var walk = await RecordWalk.StartAsync(host, visitor, "LOOK2");

        var written = await walk.GetAsync("/history");
        var opened = await walk.GetAsync("/history?opened=true");

        Assert.DoesNotContain("Opened History", written.Words, StringComparison.Ordinal);
        Assert.Equal("Who has opened this record", opened.Heading);
        Assert.Contains("Opened History. Priya Nair", opened.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Started the record", opened.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_RecordOfAnotherAgency_WritesNothingAboutIt()
    {
        using var visitor = await host.SignInAsync(InCouncil);
        var walk = await RecordWalk.StartAsync(host, visitor, "LOOK3");
        using var other = await host.SignInAsync("tom.beckett");

        var page = await walk.As(other).GetAsync("");

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Empty(await ReadsAsync(walk.ConcernId));
    }

    [Fact]
    public async Task SignIn_RefusedThenLetInThenOut_IsInTheLogInThatOrder()
    {
        var before = await KindsAsync();
        using var visitor = host.NewVisitor();
        var page = await visitor.GetAsync("/accounts/sign-in");
        await page.SubmitAsync(
            visitor,
            "form:has([name=Password])",
            ("Email", $"{InCouncil}@demo.example"),
            ("Password", "not the password")
        );
        await visitor.SignInAsync(InCouncil);
        await (await visitor.GetAsync("/concerns")).SubmitAsync(
            visitor,
            "form[action='/accounts/sign-out']"
        );

        Assert.Equal(
            [
                EventKinds.SignInRefused,
                EventKinds.SignedIn,
                EventKinds.RecordsListed,
                EventKinds.SignedOut,
            ],
            (await KindsAsync()).Skip(before.Count)
        );
        using var export = new MemoryStream();
        await host.InAsync<LogExport, long>(
            AgencyKind.Council,
            log => log.WriteAsync(export, TestContext.Current.CancellationToken)
        );
        Assert.True(LogVerifier.Verify(new MemoryStream(export.ToArray()), new()).IsSound);
    }

    private Task<List<RecordEvent>> ReadsAsync(Guid concern) =>
        host.ReadAsync(
            AgencyKind.Council,
            db =>
                db.Events.Where(e => e.ConcernId == concern && e.Kind == EventKinds.RecordRead)
                    .OrderBy(e => e.Number)
                    .ToListAsync()
        );

    private Task<List<string>> KindsAsync() =>
        host.ReadAsync(
            AgencyKind.Council,
            db => db.Events.OrderBy(e => e.Number).Select(e => e.Kind).ToListAsync()
        );
}
