using System.Net;
using Microsoft.EntityFrameworkCore;
using Waymark.Features.Accounts;
using Waymark.Tests.Host;
using Xunit;

namespace Waymark.Tests.Features.Concerns;

public sealed class StartPageTests(WaymarkHost host) : IClassFixture<WaymarkHost>
{
    [Fact]
    public async Task Post_GoodInput_StartsARecordAndGoesToTheFirstQuestion()
    {
        using var visitor = await host.SignInAsync("tom.beckett");

        var walk = await RecordWalk.StartAsync(host, visitor, "START-1");

        var page = await visitor.FollowAsync(walk.Address + "/safety-check");
        Assert.EndsWith(
            "/safety-check/page.a1",
            page.Response.RequestMessage!.RequestUri!.AbsolutePath,
            StringComparison.Ordinal
        );
        Assert.Equal(
            "Is the child in danger right now, missing, or about to meet someone from online?",
            page.Heading
        );
    }

    [Fact]
    public async Task Post_BadInput_Is400WithEveryErrorAndKeepsWhatWasTyped()
    {
        using var visitor = await host.SignInAsync("tom.beckett");
        var page = await visitor.GetAsync("/concerns/start");

        var refused = await page.SubmitAsync(
            visitor,
            "main form",
            ("Worry", ""),
            ("ChildReference", "KEEP-ME"),
            ("Age", "forty")
        );

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(
            ["Say in one line what worries you", "Enter the age as a whole number, like 13"],
            refused.Errors
        );
        Assert.Equal(
            "KEEP-ME",
            refused.Document.QuerySelector("[name=ChildReference]")!.GetAttribute("value")
        );
        Assert.Equal("forty", refused.Document.QuerySelector("[name=Age]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Post_SameReferenceWrittenDifferently_IsTheSameChild()
    {
        using var visitor = await host.SignInAsync("tom.beckett");
        await RecordWalk.StartAsync(host, visitor, "same 1");
        await RecordWalk.StartAsync(host, visitor, "SAME1");

        Assert.Equal(
            1,
            await host.ReadAsync(
                AgencyKind.School,
                async db => (await db.Children.ToListAsync()).Count(c => c.Reference == "SAME1")
            )
        );
    }

    [Fact]
    public async Task Post_PictureInTheWorry_IsRefusedAndNothingOfItIsStored()
    {
        using var visitor = await host.SignInAsync("tom.beckett");
        var page = await visitor.GetAsync("/concerns/start");

        var refused = await page.SubmitAsync(
            visitor,
            "main form",
            ("Worry", "look data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAUA"),
            ("ChildReference", "PIC-1"),
            ("Age", "14")
        );

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains(
            "Nothing of it was saved",
            Assert.Single(refused.Errors),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("iVBORw0KGgo", refused.Html, StringComparison.Ordinal);
        Assert.False(
            await host.ReadAsync(
                AgencyKind.School,
                async db => (await db.Children.ToListAsync()).Exists(c => c.Reference == "PIC-1")
            )
        );
    }

    [Fact]
    public async Task Get_RecordOfAnotherAgency_IsNotFoundOnEveryPage()
    {
        using var school = await host.SignInAsync("tom.beckett");
        var walk = await RecordWalk.StartAsync(host, school, "WALL-9");
        using var council = await host.SignInAsync("priya.nair");
        var other = walk.As(council);

        foreach (
            var path in new[]
            {
                "",
                "/safety-check",
                "/safety-check/page.a1",
                "/act-now",
                "/act-now?handler=word",
                "/assessment",
                "/assessment/page.a-now",
                "/assessment/check-answers",
                "/formulation",
                "/decision",
                "/decision/document",
                "/decision/document?handler=word",
                "/history",
                "/history?handler=word",
                "/two-answers",
            }
        )
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(path)).Status);
        }
    }
}
