using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Waymark.Data;
using Waymark.Features.Accounts;
using Waymark.Features.Accounts.SignIn;
using Waymark.Tests.Host;
using Xunit;

namespace Waymark.Tests.Features.Concerns;

public sealed class SafetyCheckPageTests(WaymarkHost host) : IClassFixture<WaymarkHost>
{
    private const string First = "/safety-check/page.a1";

    [Fact]
    public async Task Post_Answer_IsSavedWithAnEventAndTheNextQuestionFollows()
    {
        using var visitor = await host.SignInAsync("tom.beckett");
        var walk = await RecordWalk.StartAsync(host, visitor, "SC-1");

        var saved = await walk.AnswerAsync(
            First,
            ("value:a1", "suspected"),
            ("value:a1.note", "He said Saturday")
        );

        Assert.Equal(walk.Address + "/safety-check/page.a2", saved.RedirectedTo);
        var events = await EventsAsync(walk, EventKinds.AnswerChanged);
        Assert.Equal(["a1", "a1.note"], events.Select(e => e.Place));
        Assert.Equal("[]", events[0].Before);
        Assert.Contains("\"suspected\"", events[0].After, StringComparison.Ordinal);
        Assert.Equal("Tom Beckett", events[0].ByName);
        Assert.Contains(
            "He said Saturday",
            (await walk.GetAsync(First)).Html,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Get_Page_SaysWhenItWasSaved()
    {
        using var visitor = await host.SignInAsync("tom.beckett");
        var walk = await RecordWalk.StartAsync(host, visitor, "SC-2");
        Assert.Equal("Nothing to save yet", Saved(await walk.GetAsync(First)));

        await walk.AnswerAsync(First, ("value:a1", "no"));

        Assert.Equal(
            "Saved " + UkTime.Clock(host.Clock.GetUtcNow()),
            Saved(await walk.GetAsync(First))
        );
    }

    [Fact]
    public async Task Post_SameAnswerAgain_IsNoChange()
    {
        using var visitor = await host.SignInAsync("tom.beckett");
        var walk = await RecordWalk.StartAsync(host, visitor, "SC-3");
        await walk.AnswerAsync(First, ("value:a1", "no"));

        await walk.AnswerAsync(First, ("value:a1", "no"));

        Assert.Single(await EventsAsync(walk, EventKinds.AnswerChanged));
    }

    [Fact]
    public async Task Post_QuestionThatIsNotOnThePage_IsRefusedAndTheOthersAreSaved()
    {
        using var visitor = await host.SignInAsync("tom.beckett");
        var walk = await RecordWalk.StartAsync(host, visitor, "SC-4");

        var refused = await walk.AnswerAsync(First, ("value:a1", "yes"), ("value:a5", "no"));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(
            ["a1"],
            (await EventsAsync(walk, EventKinds.AnswerChanged)).Select(e => e.Place)
        );
    }

    [Theory]
    [InlineData("perhaps")]
    [InlineData("https://elsewhere.example|yes")]
    public async Task Post_OptionThatIsNotOffered_IsRefused(string value)
    {
        using var visitor = await host.SignInAsync("tom.beckett");
        var walk = await RecordWalk.StartAsync(host, visitor, "SC-5");

        var refused = await walk.AnswerAsync(First, ("value:a1", value));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.NotEmpty(refused.Errors);
        Assert.Empty(await EventsAsync(walk, EventKinds.AnswerChanged));
    }

    [Fact]
    public async Task Post_AnswerToAQuestionThatDoesNotApply_IsRefusedAndStaysOnThePage()
    {
        using var visitor = await host.SignInAsync("tom.beckett");
        var walk = await RecordWalk.StartAsync(host, visitor, "SC-6");

        var refused = await walk.AnswerAsync(
            First,
            ("value:a1", "no"),
            ("value:a1.note", "But I heard him say it")
        );

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains(
            "it does not apply",
            Assert.Single(refused.Errors),
            StringComparison.Ordinal
        );
        Assert.Contains("But I heard him say it", refused.Html, StringComparison.Ordinal);
        Assert.Equal(
            ["a1"],
            (await EventsAsync(walk, EventKinds.AnswerChanged)).Select(e => e.Place)
        );
    }

    [Fact]
    public async Task Post_AnswerChangedSoThatANoteNoLongerApplies_KeepsTheNoteAndSaysSo()
    {
        using var visitor = await host.SignInAsync("tom.beckett");
        var walk = await RecordWalk.StartAsync(host, visitor, "SC-7");
        await walk.AnswerAsync(First, ("value:a1", "yes"), ("value:a1.note", "Kept words"));

        var changed = await walk.AnswerAsync(First, ("value:a1", "no"));

        Assert.Equal(HttpStatusCode.Redirect, changed.Status);
        var page = await walk.GetAsync(First);
        Assert.Contains("Kept words", page.Html, StringComparison.Ordinal);
        Assert.Contains("is kept", page.Words, StringComparison.Ordinal);
        await walk.AnswerAsync(First, ("value:a1", "yes"));
        Assert.DoesNotContain(
            await EventsAsync(walk, EventKinds.AnswerChanged),
            e => e.Place == "a1.note" && e.After == "[]"
        );
    }

    [Fact]
    public async Task Post_TextLongerThanTheQuestionTakes_IsRefusedAndStaysOnThePage()
    {
        using var visitor = await host.SignInAsync("tom.beckett");
        var walk = await RecordWalk.StartAsync(host, visitor, "SC-8");
        var words = string.Concat(Enumerable.Repeat("word ", 450));

        var refused = await walk.AnswerAsync(First, ("value:a1", "yes"), ("value:a1.note", words));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains(words.Trim(), refused.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_PagesOutOfOrder_AreAllSaved()
    {
        using var visitor = await host.SignInAsync("tom.beckett");
        var walk = await RecordWalk.StartAsync(host, visitor, "SC-9");

        await walk.AnswerAsync("/safety-check/page.a7", ("value:a7", "no"));
        await walk.AnswerAsync("/safety-check/page.a3", ("value:a3", "yes"));

        var next = await visitor.FollowAsync(walk.Address + "/safety-check");
        Assert.EndsWith(
            "page.a1",
            next.Response.RequestMessage!.RequestUri!.AbsolutePath,
            StringComparison.Ordinal
        );
        Assert.Equal(
            ["a7", "a3"],
            (await EventsAsync(walk, EventKinds.AnswerChanged)).Select(e => e.Place)
        );
    }

    [Theory]
    [InlineData("/safety-check/page.zz")]
    [InlineData("/safety-check/a1")]
    [InlineData("/safety-check/child-age-band")]
    [InlineData("/assessment/page.a-now")]
    public async Task Get_PageThatIsNone_IsNotFound(string path)
    {
        using var visitor = await host.SignInAsync("tom.beckett");
        var walk = await RecordWalk.StartAsync(host, visitor, "SC-10");

        Assert.Equal(HttpStatusCode.NotFound, (await walk.GetAsync(path)).Status);
    }

    [Fact]
    public async Task Autosave_Answer_IsSavedAndSaysWhen()
    {
        using var visitor = await host.SignInAsync("tom.beckett");
        var walk = await RecordWalk.StartAsync(host, visitor, "SC-11");
        var page = await walk.GetAsync(First);

        var saved = await visitor.PostAsync(
            walk.Address + First,
            page.Fields("main form", ("value:a1", "not-known")),
            new Dictionary<string, string> { [HeldPost.AutosaveHeader] = "1" }
        );

        using var json = JsonDocument.Parse(saved.Html);
        Assert.Equal(
            "Saved " + UkTime.Clock(host.Clock.GetUtcNow()),
            json.RootElement.GetProperty("saved").GetString()
        );
        Assert.Equal(2, json.RootElement.GetProperty("revision").GetInt32());
        Assert.Single(await EventsAsync(walk, EventKinds.AnswerChanged));
    }

    [Fact]
    public async Task Post_PictureLinkInANote_IsRefusedWithTheReasonAndTheRestIsSaved()
    {
        using var visitor = await host.SignInAsync("tom.beckett");
        var walk = await RecordWalk.StartAsync(host, visitor, "SC-12");

        var refused = await walk.AnswerAsync(
            First,
            ("value:a1", "yes"),
            ("value:a1.note", "He showed me https://i.imgur.com/abcdefg.jpg today")
        );

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.DoesNotContain("imgur", refused.Html, StringComparison.Ordinal);
        Assert.Contains("He showed me", refused.Html, StringComparison.Ordinal);
        Assert.Equal(
            ["a1"],
            (await EventsAsync(walk, EventKinds.AnswerChanged)).Select(e => e.Place)
        );
        Assert.Equal(
            0,
            await host.ReadAsync(
                AgencyKind.School,
                async db =>
                    (await db.Responses.ToListAsync()).Count(r =>
                        r.Json.Contains("imgur", StringComparison.Ordinal)
                    )
            )
        );
    }

    [Fact]
    public async Task Post_AfterTheSignInRanOut_IsHeldAndSavedAfterSigningInAgain()
    {
        using var visitor = await host.SignInAsync("grace.amoah");
        var walk = await RecordWalk.StartAsync(host, visitor, "SC-13");
        var page = await walk.GetAsync(First);
        host.Clock.Advance(TimeSpan.FromMinutes(61));

        var challenged = await page.SubmitAsync(
            visitor,
            "main form",
            ("value:a1", "yes"),
            ("value:a1.note", "Long thought")
        );
        Assert.Equal(HttpStatusCode.TemporaryRedirect, challenged.Status);
        var held = await visitor.PostAsync(
            challenged.RedirectedTo!,
            page.Fields("main form", ("value:a1", "yes"), ("value:a1.note", "Long thought"))
        );
        Assert.Equal(HttpStatusCode.Unauthorized, held.Status);
        Assert.DoesNotContain("Long thought", held.Html, StringComparison.Ordinal);
        var resumed = await held.SubmitAsync(
            visitor,
            "form:has([name=Password])",
            ("Email", "grace.amoah@demo.example"),
            ("Password", Waymark.Features.Demo.DemoData.Password)
        );
        var saved = await resumed.SubmitAsync(visitor, "main form");

        Assert.Equal(walk.Address + "/safety-check/page.a2", saved.RedirectedTo);
        Assert.Contains(
            "Long thought",
            (await walk.GetAsync(First)).Html,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Post_FromAnotherSiteWhileSignedOut_IsNotHeld()
    {
        using var visitor = host.NewVisitor();

        var answer = await visitor.PostAsync(
            "/accounts/hold?returnTo=/concerns/start",
            [new("Worry", "put in by somebody else")],
            new Dictionary<string, string> { ["Origin"] = "https://elsewhere.example" }
        );

        Assert.Equal(
            "",
            answer
                .Document.QuerySelector("form:has([name=Password]) [name=_held]")!
                .GetAttribute("value")
                ?? ""
        );
    }

    private Task<List<RecordEvent>> EventsAsync(RecordWalk walk, string kind) =>
        host.ReadAsync(
            AgencyKind.School,
            db =>
                db.Events.Where(e => e.ConcernId == walk.ConcernId && e.Kind == kind)
                    .OrderBy(e => e.Id)
                    .ToListAsync()
        );

    private static string Saved(VisitedPage page) =>
        page.Document.QuerySelector("[data-waymark-saved]")!.TextContent.Trim();
}
