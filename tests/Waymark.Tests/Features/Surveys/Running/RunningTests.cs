using System.Net;
using Microsoft.EntityFrameworkCore;
using Waymark.Features.Accounts;
using Waymark.Features.Surveys;
using Waymark.Tests.Features.Surveys.Walk;
using Waymark.Tests.Host;
using Xunit;

namespace Waymark.Tests.Features.Surveys.Running;

/// <summary>What a training lead does with a survey beside asking it: sectors, closing, ending, erasing.</summary>
public sealed class RunningTests(WaymarkHost host) : IClassFixture<WaymarkHost>
{
    [Fact]
    public async Task Sectors_TypedWithCommas_AreKeptShownAgainAndLogged()
    {
        var walk = await SurveyWalk.StartOnceAsync(host);
        var path = $"/surveys/{walk.Id}/sectors";
        var saved = await (await walk.Lead.GetAsync(path)).SubmitAsync(
            walk.Lead,
            "#main-content form",
            ("Sector-health", "1,200"),
            ("Sector-education", "")
        );
        Assert.Equal($"/surveys/{walk.Id}?done=sectors", saved.RedirectedTo);
        var again = await walk.Lead.GetAsync(path);
        Assert.Equal(
            "1200",
            again.Document.QuerySelector("[name=Sector-health]")!.GetAttribute("value")
        );
        // The same once more is no change, and no entry in the log.
        await again.SubmitAsync(walk.Lead, "#main-content form");
        Assert.Equal(1, (await KindsAsync(walk)).Count(k => k == "sectors-changed"));
    }

    [Theory]
    [InlineData("many")]
    [InlineData("0")]
    [InlineData("-4")]
    [InlineData("12.5")]
    [InlineData("99999999999")]
    public async Task Sectors_ThatAreNoWholeNumber_AreRefusedAndStayTyped(string typed)
    {
        var walk = await SurveyWalk.StartOnceAsync(host);
        var refused = await (await walk.Lead.GetAsync($"/surveys/{walk.Id}/sectors")).SubmitAsync(
            walk.Lead,
            "#main-content form",
            ("Sector-health", typed)
        );
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.StartsWith(
            "Health: enter a whole number",
            Assert.Single(refused.Errors),
            StringComparison.Ordinal
        );
        Assert.Equal(
            typed,
            refused.Document.QuerySelector("[name=Sector-health]")!.GetAttribute("value")
        );
        Assert.DoesNotContain("sectors-changed", await KindsAsync(walk));
    }

    [Fact]
    public async Task End_WhileAStageIsOpen_IsNotFoundAndDestroysNothing()
    {
        var walk = await SurveyWalk.StartOnceAsync(host);
        var path = $"/surveys/{walk.Id}/end";
        Assert.Equal(HttpStatusCode.NotFound, (await walk.Lead.GetAsync(path)).Status);
        var token = (await walk.Lead.GetAsync($"/surveys/{walk.Id}/close/Only"))
            .Fields("#main-content form")
            .Single(f => f.Key == "_token");
        Assert.Equal(HttpStatusCode.NotFound, (await walk.Lead.PostAsync(path, [token])).Status);
        Assert.True(File.Exists(KeyOf(walk)));
        Assert.DoesNotContain("evaluation-ended", await KindsAsync(walk));
    }

    [Fact]
    public async Task End_OfClosedSurvey_DestroysTheKeyAndNobodyCanBeAskedAgain()
    {
        var walk = await SurveyWalk.StartOnceAsync(host);
        await walk.CloseAsync(WaveStage.Only);
        var path = $"/surveys/{walk.Id}/end";
        var ended = await (await walk.Lead.GetAsync(path)).SubmitAsync(
            walk.Lead,
            "#main-content form"
        );
        Assert.Equal($"/surveys/{walk.Id}?done=ended", ended.RedirectedTo);
        Assert.False(File.Exists(KeyOf(walk)));
        foreach (
            var gone in new[]
            {
                path,
                $"/surveys/{walk.Id}/people",
                $"/surveys/{walk.Id}/people/file",
            }
        )
        {
            Assert.Equal(HttpStatusCode.NotFound, (await walk.Lead.GetAsync(gone)).Status);
        }
        var overview = await walk.OverviewAsync();
        Assert.Contains("The key is destroyed", overview.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("not on this server", overview.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Autumn")]
    [InlineData("autumn courses")]
    public async Task Erase_WithAnotherName_IsRefusedAndErasesNothing(string typed)
    {
        var walk = await SurveyWalk.StartOnceAsync(host);
        var refused = await (await walk.Lead.GetAsync($"/surveys/{walk.Id}/erase")).SubmitAsync(
            walk.Lead,
            "#main-content form",
            ("Name", typed)
        );
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(
            "Type the name of the survey exactly: Autumn course",
            Assert.Single(refused.Errors)
        );
        Assert.True(File.Exists(KeyOf(walk)));
    }

    [Fact]
    public async Task Erase_WithTheName_TakesEverythingAndTheLogKeepsThatItWasDone()
    {
        var walk = await SurveyWalk.StartOnceAsync(host, openLink: true);
        await walk.InviteAsync("erased@heron.example");
        var link = await walk.OpenLinkAsync();
        await SurveyWalk.AnswerAsync(host, link, new Random(4), "ne07al");
        var erased = await (await walk.Lead.GetAsync($"/surveys/{walk.Id}/erase")).SubmitAsync(
            walk.Lead,
            "#main-content form",
            ("Name", " autumn course ")
        );
        Assert.Equal("/surveys?erased=true", erased.RedirectedTo);
        Assert.Equal(HttpStatusCode.NotFound, (await walk.OverviewAsync()).Status);
        using var visitor = host.NewVisitor();
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(link)).Status);
        Assert.False(File.Exists(KeyOf(walk)));
        var (waves, people) = await host.ReadAsync(
            AgencyKind.Council,
            async db =>
                (
                    await db.Waves.CountAsync(w => w.EvaluationId == walk.Id),
                    await db.Invitees.CountAsync(i => i.EvaluationId == walk.Id)
                )
        );
        Assert.Equal((0, 0), (waves, people));
        Assert.Equal("evaluation-erased", (await KindsAsync(walk))[^1]);
    }

    [Fact]
    public async Task Link_OfAStageWhoseLastDayHasPassed_DoesNotWorkEvenBeforeItIsClosed()
    {
        using var own = new WaymarkHost();
        var walk = await SurveyWalk.StartOnceAsync(own, openLink: true, days: 3);
        var link = await walk.OpenLinkAsync();
        using var visitor = own.NewVisitor();
        var begun = await (await visitor.GetAsync(link)).SubmitAsync(
            visitor,
            "#main-content form",
            ("Code", "")
        );
        own.Pass(TimeSpan.FromDays(4));
        var late = await visitor.GetAsync(link);
        Assert.Equal(HttpStatusCode.NotFound, late.Status);
        Assert.Equal("This link does not work", late.Heading);
        // What was begun in time and is sent too late is not kept, and the page says so.
        var sent = await SurveyWalk.ToTheEndAsync(visitor, begun, new Random(1));
        Assert.Equal("This link does not work", sent.Heading);
    }

    private static string KeyOf(WaymarkHost host, Guid id) =>
        Path.Combine(host.Folder, "keys", "surveys", $"{id}.key");

    private string KeyOf(SurveyWalk walk) => KeyOf(host, walk.Id);

    private Task<List<string>> KindsAsync(SurveyWalk walk) =>
        host.ReadAsync(
            AgencyKind.Council,
            db =>
                db.Events.Where(e => e.SubjectId == walk.Id)
                    .OrderBy(e => e.Number)
                    .Select(e => e.Kind)
                    .ToListAsync()
        );
}
