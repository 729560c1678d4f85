using System.Net;
using Microsoft.EntityFrameworkCore;
using Waymark.Features.Accounts;
using Waymark.Features.Surveys;
using Waymark.Features.Surveys.Answer;
using Waymark.Tests.Features.Surveys.Walk;
using Waymark.Tests.Host;
using Xunit;

namespace Waymark.Tests.Features.Surveys.Answer;

public sealed class AnswerTests(WaymarkHost host) : IClassFixture<WaymarkHost>
{
    private readonly Random _random = new(3);

    [Fact]
    public async Task Link_UsedAlteredOrUnknown_GivesTheSamePage()
    {
        var (_, links) = await InvitedAsync(2);
        await SurveyWalk.AnswerAsync(host, links[0], _random);
        using var visitor = host.NewVisitor();
        var used = await visitor.GetAsync(links[0]);
        var altered = await visitor.GetAsync(links[1][..^2] + "xx");
        var unknown = await visitor.GetAsync(
            $"/surveys/answer/{Guid.NewGuid()}/{links[1].Split('/')[^1]}"
        );
        var posted = await visitor.PostAsync("/surveys/answer", [new("_answers", "altered")]);
        Assert.Equal(HttpStatusCode.NotFound, used.Status);
        Assert.All([altered, unknown], page => Assert.Equal(used.Html, page.Html));
        Assert.Equal("This link does not work", posted.Heading);
        Assert.DoesNotContain("Harbourside", used.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answering_SetsNoCookieAndSendsNoReferrer()
    {
        var (_, links) = await InvitedAsync(1);
        using var visitor = host.NewVisitor();
        var start = await visitor.GetAsync(links[0]);
        var first = await start.SubmitAsync(visitor, "#main-content form");
        Assert.All(
            [start, first],
            page =>
            {
                Assert.False(page.Response.Headers.Contains("Set-Cookie"));
                Assert.Equal(
                    "no-referrer",
                    Assert.Single(page.Response.Headers.GetValues("Referrer-Policy"))
                );
                Assert.Contains(
                    "no-store",
                    page.Response.Headers.CacheControl!.ToString(),
                    StringComparison.Ordinal
                );
            }
        );
        Assert.DoesNotContain(links[0].Split('/')[^1], first.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answering_WhileSignedInToAnotherAgency_IsNobodysAnswer()
    {
        var (walk, links) = await InvitedAsync(1);
        using var megan = await host.SignInAsync("megan.hughes");
        var start = await megan.GetAsync(links[0]);
        Assert.DoesNotContain("Megan", start.Html, StringComparison.Ordinal);
        var end = await SurveyWalk.ToTheEndAsync(
            megan,
            await start.SubmitAsync(megan, "#main-content form"),
            _random
        );
        Assert.Equal("/surveys/answered", end.RedirectedTo);
        Assert.Single(await ResponsesAsync(walk));
    }

    [Fact]
    public async Task OneQuestionAPage_IsCheckedChangedAndSentOnce()
    {
        var (walk, links) = await InvitedAsync(1);
        using var visitor = host.NewVisitor();
        var page = await (await visitor.GetAsync(links[0])).SubmitAsync(
            visitor,
            "#main-content form"
        );
        Assert.Single(page.Document.QuerySelectorAll("main fieldset"));
        page = await SurveyWalk.SendAsync(visitor, page, ("value:sector", "health"));
        while (page.Document.QuerySelector($"[name={AnswerSurveyPage.SendField}]") is null)
        {
            page = await SurveyWalk.SendAsync(visitor, page);
        }
        Assert.Contains("Health", page.Words, StringComparison.Ordinal);
        var change = await SurveyWalk.SendAsync(
            visitor,
            page,
            (AnswerSurveyPage.ChangeField, "sector")
        );
        var check = await SurveyWalk.SendAsync(visitor, change, ("value:sector", "police"));
        Assert.Equal("Check your answers", check.Heading);
        // Pressed twice: taken once, and the second press sees no fault.
        foreach (var _ in Enumerable.Range(0, 2))
        {
            var sent = await SurveyWalk.SendAsync(
                visitor,
                check,
                (AnswerSurveyPage.SendField, "1")
            );
            Assert.Equal("/surveys/answered", sent.RedirectedTo);
        }
        var response = Assert.Single(await ResponsesAsync(walk));
        Assert.Contains("police", response.Json, StringComparison.Ordinal);
        Assert.DoesNotContain("health\"", response.Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Question_WithAnAnswerItDoesNotOffer_IsRefusedAndAskedAgain()
    {
        var (_, links) = await InvitedAsync(1);
        using var visitor = host.NewVisitor();
        var page = await (await visitor.GetAsync(links[0])).SubmitAsync(
            visitor,
            "#main-content form"
        );
        var refused = await SurveyWalk.SendAsync(visitor, page, ("value:sector", "circus"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Single(refused.Errors);
        Assert.Single(refused.Document.QuerySelectorAll("main fieldset"));
    }

    [Fact]
    public async Task Sending_AfterTheWaveClosed_KeepsNothing()
    {
        var (walk, links) = await InvitedAsync(1);
        using var visitor = host.NewVisitor();
        var page = await (await visitor.GetAsync(links[0])).SubmitAsync(
            visitor,
            "#main-content form"
        );
        await walk.CloseAsync(WaveStage.Only);
        var end = await SurveyWalk.ToTheEndAsync(visitor, page, _random);
        Assert.Equal("This link does not work", end.Heading);
        Assert.Empty(await ResponsesAsync(walk));
    }

    [Fact]
    public async Task Sending_ManyAtOnce_KeepsEachOnceAndMarksEach()
    {
        var (walk, links) = await InvitedAsync(16);
        await Task.WhenAll(
            links.Select((link, i) => SurveyWalk.AnswerAsync(host, link, new Random(i)))
        );
        Assert.Equal(16, (await ResponsesAsync(walk)).Count);
        using var visitor = host.NewVisitor();
        foreach (var link in links)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(link)).Status);
        }
    }

    [Fact]
    public async Task OpenLink_WithOneCodeWrittenTwoWays_MatchesAndWithoutOneDoesNot()
    {
        var walk = await SurveyWalk.StartOnceAsync(host, openLink: true);
        var words = (await walk.OverviewAsync()).Words;
        var at = words.IndexOf("/surveys/answer/", StringComparison.Ordinal);
        var link = words[at..].Split(' ')[0];
        foreach (var code in new[] { "ne 07 Al", "NE07al", "" })
        {
            Assert.Equal(
                "/surveys/answered",
                (await SurveyWalk.AnswerAsync(host, link, _random, code)).RedirectedTo
            );
        }
        var hashes = (await ResponsesAsync(walk)).ConvertAll(r =>
            r.MatchHash is { } hash ? Convert.ToHexString(hash) : null
        );
        Assert.Equal(2, hashes.Distinct().Count());
        Assert.Single(hashes, hash => hash is null);
        using var visitor = host.NewVisitor();
        var refused = await (await visitor.GetAsync(link)).SubmitAsync(
            visitor,
            "#main-content form",
            ("Code", "aaaaaaa")
        );
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
    }

    [Fact]
    public async Task Link_ToSurveyWhoseKeyIsGone_DoesNotWork()
    {
        var (walk, links) = await InvitedAsync(1);
        File.Delete(Path.Combine(host.Folder, "keys", "surveys", $"{walk.Id}.key"));
        using var visitor = host.NewVisitor();
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(links[0])).Status);
        Assert.Contains(
            "The key of this survey is not on this server",
            (await walk.OverviewAsync()).Words,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Links_OpenedMoreOftenThanTheLimit_AreRefusedForAWhile()
    {
        using var strict = new StrictHost();
        using var visitor = strict.NewVisitor();
        var address = $"/surveys/answer/{Guid.NewGuid()}/token";
        foreach (var _ in Enumerable.Range(0, StrictHost.Limit))
        {
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(address)).Status);
        }
        var refused = await visitor.GetAsync(address);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.NotEmpty(refused.Heading);
    }

    private sealed class StrictHost : WaymarkHost
    {
        public const int Limit = 3;

        protected override IEnumerable<KeyValuePair<string, string?>> Settings =>
            [new("Waymark:Limits:LinksPerMinute", $"{Limit}")];
    }

    private async Task<(SurveyWalk Walk, List<string> Links)> InvitedAsync(int people)
    {
        var walk = await SurveyWalk.StartOnceAsync(host);
        var mark = Guid.NewGuid().ToString("N");
        await walk.InviteAsync(
            Enumerable.Range(0, people).Select(i => $"p{i}.{mark}@heron.example")
        );
        await SurveyWalk.RoundAsync(host);
        return (
            walk,
            [
                .. SurveyWalk
                    .TakeLetters(host)
                    .Where(l => l.To.Contains(mark, StringComparison.Ordinal))
                    .Select(l => l.Link),
            ]
        );
    }

    private Task<List<SurveyResponse>> ResponsesAsync(SurveyWalk walk) =>
        host.ReadAsync(
            AgencyKind.Council,
            db =>
                db.SurveyResponses.AsNoTracking()
                    .Where(r => db.Waves.Any(w => w.Id == r.WaveId && w.EvaluationId == walk.Id))
                    .ToListAsync()
        );
}
