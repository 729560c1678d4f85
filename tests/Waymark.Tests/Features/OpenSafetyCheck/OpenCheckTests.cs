using System.Net;
using Microsoft.EntityFrameworkCore;
using Waymark.Features.Accounts;
using Waymark.Tests.Host;
using Xunit;

namespace Waymark.Tests.Features.OpenSafetyCheck;

public sealed class OpenCheckTests(LoggingHost host) : IClassFixture<LoggingHost>
{
    private const string Note = "Nobody must ever find these words again";

    [Fact]
    public async Task Walk_HomeToSheet_NeedsNoAccountAndAtMostTwelveScreens()
    {
        using var visitor = host.NewVisitor();
        var home = await visitor.GetAsync("/");
        Assert.Contains("/safety-check", home.Html, StringComparison.Ordinal);

        var (sheet, screens) = await WalkAsync(visitor, "yes");

        Assert.Equal("What to do now to keep this child safe", sheet.Heading);
        Assert.Contains("Call 999", sheet.Words, StringComparison.Ordinal);
        Assert.InRange(screens + 1, 2, 12);
    }

    [Fact]
    public async Task Walk_WholeCheck_LeavesNoRowNoLogLineNoCookieAndNoCacheEntry()
    {
        using var visitor = host.NewVisitor();
        var before = await RowsAsync();
        host.Log.Clear();

        var (sheet, _) = await WalkAsync(visitor, "suspected", Note);
        var word = await sheet.SubmitAsync(visitor, "form[action*='handler=word']");

        Assert.Equal(HttpStatusCode.OK, word.Status);
        Assert.Equal(before, await RowsAsync());
        Assert.DoesNotContain(host.Log, line => line.Contains(Note, StringComparison.Ordinal));
        Assert.DoesNotContain(
            host.Log,
            line => line.Contains("suspected", StringComparison.Ordinal)
        );
        foreach (var page in new[] { sheet, word })
        {
            Assert.False(page.Response.Headers.Contains("Set-Cookie"));
            Assert.True(page.Response.Headers.CacheControl!.NoStore);
        }
        foreach (
            var file in Directory.EnumerateFiles(host.Folder, "*", SearchOption.AllDirectories)
        )
        {
            Assert.DoesNotContain(Note, await ReadSharedAsync(file), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Page_CarriesTheAnswersSealed()
    {
        using var visitor = host.NewVisitor();

        var (sheet, _) = await WalkAsync(visitor, "yes", Note);

        Assert.DoesNotContain(
            Note,
            sheet.Document.QuerySelector("[name=_answers]")!.GetAttribute("value")!,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Post_AlteredAnswers_StartsAgain()
    {
        using var visitor = host.NewVisitor();
        var page = await visitor.GetAsync("/safety-check");

        var again = await page.SubmitAsync(
            visitor,
            "#main-content form",
            ("_answers", "altered"),
            ("value:a1", "yes")
        );

        Assert.Contains("question 1 of 8", again.Words, StringComparison.Ordinal);
        Assert.Contains("starts again", again.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_AnswersOlderThanADay_StartsAgain()
    {
        using var visitor = host.NewVisitor();
        var page = await visitor.GetAsync("/safety-check");
        // The seal's age is judged by the machine's clock, so the seal is made in the past instead.
        Assert.Contains("question 1 of 8", page.Words, StringComparison.Ordinal);
        var old = host.SealAsOf(DateTimeOffset.UnixEpoch);

        var again = await page.SubmitAsync(
            visitor,
            "#main-content form",
            ("_answers", old),
            ("value:a1", "yes")
        );

        Assert.Contains("starts again", again.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_Back_ShowsTheQuestionBeforeWithItsAnswer()
    {
        using var visitor = host.NewVisitor();
        var first = await visitor.GetAsync("/safety-check");
        var second = await first.SubmitAsync(
            visitor,
            "#main-content form",
            ("value:a1", "suspected")
        );

        var back = await second.SubmitAsync(visitor, "#main-content form", ("_back", "1"));

        Assert.Contains("question 1 of 8", back.Words, StringComparison.Ordinal);
        Assert.NotNull(back.Document.QuerySelector("[name='value:a1'][value$=suspected][checked]"));
    }

    [Fact]
    public async Task Post_PictureInANote_IsRefusedAndTheQuestionStays()
    {
        using var visitor = host.NewVisitor();
        var page = await visitor.GetAsync("/safety-check");

        var refused = await page.SubmitAsync(
            visitor,
            "#main-content form",
            ("value:a1", "yes"),
            ("value:a1.note", "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAUA")
        );

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("question 1 of 8", refused.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keep_AfterSigningIn_StartsARecordWithTheAnswers()
    {
        using var visitor = await host.SignInAsync("tom.beckett");
        var (sheet, _) = await WalkAsync(visitor, "suspected", "Words to be kept");

        var form = await sheet.SubmitAsync(visitor, "form[action='/concerns/keep']");
        var kept = await form.SubmitAsync(
            visitor,
            "#main-content form",
            ("Worry", "Kept from the open check"),
            ("ChildReference", "OPEN-1"),
            ("Age", "12")
        );

        var page = await visitor.FollowAsync(
            kept.RedirectedTo!.Replace(
                "/safety-check",
                "/safety-check/page.a1",
                StringComparison.Ordinal
            )
        );
        Assert.Contains("Words to be kept", page.Html, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector("[name='value:a1'][value$=suspected][checked]"));
    }

    private static async Task<(VisitedPage Sheet, int Screens)> WalkAsync(
        Visitor visitor,
        string answer,
        string? note = null
    )
    {
        var page = await visitor.GetAsync("/safety-check");
        for (var question = 1; question <= 8; question++)
        {
            (string, string)[] fields = note is null
                ? [($"value:a{question}", answer)]
                : [($"value:a{question}", answer), ($"value:a{question}.note", note)];
            page = await page.SubmitAsync(visitor, "#main-content form", fields);
            Assert.Equal(HttpStatusCode.OK, page.Status);
        }
        return (page, 9);
    }

    private async Task<string> RowsAsync() =>
        await host.ReadAsync(
            AgencyKind.School,
            async db =>
                string.Join(
                    ',',
                    await db.Children.IgnoreQueryFilters().CountAsync(),
                    await db.Concerns.IgnoreQueryFilters().CountAsync(),
                    await db.Responses.IgnoreQueryFilters().CountAsync(),
                    await db.Events.IgnoreQueryFilters().CountAsync(),
                    await db.Collisions.IgnoreQueryFilters().CountAsync(),
                    await db.Actions.IgnoreQueryFilters().CountAsync(),
                    await db.Users.CountAsync(),
                    await db.Settings.CountAsync()
                )
        );

    private static async Task<string> ReadSharedAsync(string file)
    {
        await using var stream = new FileStream(
            file,
            FileMode.Open,
            FileAccess.Read,
            FileShare.ReadWrite | FileShare.Delete
        );
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }
}
