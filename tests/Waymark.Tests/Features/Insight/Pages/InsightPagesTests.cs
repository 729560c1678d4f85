using System.Net;
using Microsoft.EntityFrameworkCore;
using Waymark.Data;
using Waymark.Features.Insight.Reading;
using Waymark.Features.Surveys;
using Waymark.Tests.Features.Surveys.Export;
using Xunit;

namespace Waymark.Tests.Features.Insight.Pages;

/// <summary>Pages of results: for few, the same for every visitor, and nothing is decided by a visit.</summary>
public sealed class InsightPagesTests(InsightHost host) : IClassFixture<InsightHost>
{
    private const string Bridge = "workforce-bridge-2014";

    [Theory]
    [InlineData("ruth.adeyemi")]
    [InlineData("dai.probert")]
    public async Task Get_ResearcherOrTrainingLead_SeesEveryPageOfTheDemoWithFigures(string mailbox)
    {
        using var visitor = await host.SignInAsync(mailbox);
        var workforce = await host.WorkforceAsync();
        foreach (
            var path in new[]
            {
                $"/insight/{workforce}",
                $"/insight/{workforce}/needs",
                $"/insight/{workforce}/needs?sector=health",
                $"/insight/{workforce}/beside-2014",
                $"/insight/{workforce}/change",
                $"/insight/{workforce}/report",
                $"/insight/{await host.SelfEfficacyAsync()}/self-efficacy",
                $"/insight/{await host.OneCaseAsync()}/agreement",
            }
        )
        {
            var page = await visitor.GetAsync(path);

            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Contains("Made up for a demo", page.Words, StringComparison.Ordinal);
            Assert.DoesNotContain("Not enough people to say", page.Words, StringComparison.Ordinal);
            Assert.Equal(
                path.EndsWith("report", StringComparison.Ordinal)
                    || path.EndsWith(workforce.ToString(), StringComparison.Ordinal),
                page.Document.QuerySelector("svg[role=img] title") is null
            );
        }
    }

    [Fact]
    public async Task Get_AgreementOfTheDemo_ComparesAgenciesAndNamesNoSmallOne()
    {
        using var visitor = await host.SignInAsync(InsightHost.Ruth);
        var address = $"/insight/{await host.OneCaseAsync()}";

        var page = await visitor.GetAsync($"{address}/agreement");
        var overview = await visitor.GetAsync(address);

        Assert.Equal("How far agencies agree", page.Heading);
        Assert.Contains("Riverton Police (made up)", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Harbour Charity", page.Html, StringComparison.Ordinal);
        Assert.Contains("named no agency", overview.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("priya.nair")]
    [InlineData("ines.duarte")]
    [InlineData("megan.hughes")]
    public async Task Get_AnyoneElse_IsNotFound(string mailbox)
    {
        using var visitor = await host.SignInAsync(mailbox);

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/insight")).Status);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await visitor.GetAsync($"/insight/{await host.WorkforceAsync()}/needs")).Status
        );
    }

    [Fact]
    public async Task Get_AnyPage_WritesNothing()
    {
        using var visitor = await host.SignInAsync(InsightHost.Ruth);
        var id = await host.WorkforceAsync();
        foreach (
            var page in new[]
            {
                "",
                $"/{id}",
                $"/{id}/needs",
                $"/{id}/needs?sector=police",
                $"/{id}/beside-2014",
                $"/{id}/change",
                $"/{id}/report?handler=Word",
            }
        )
        {
            host.Queries.Clear();
            await visitor.GetAsync("/insight" + page);

            Assert.DoesNotContain(
                host.Queries,
                query =>
                    query.Contains("INSERT", StringComparison.OrdinalIgnoreCase)
                    || query.Contains("UPDATE", StringComparison.OrdinalIgnoreCase)
                    || query.Contains("DELETE", StringComparison.OrdinalIgnoreCase)
            );
        }
    }

    [Theory]
    [InlineData("police")]
    [InlineData("voluntary")]
    [InlineData("other")]
    [InlineData("no-such-sector")]
    [InlineData("health/teacher")]
    public async Task Needs_OfASectorThatIsEmptyTooSmallOrUnknown_AreTheSameBytes(string sector)
    {
        using var visitor = await host.SignInAsync(InsightHost.Ruth);
        var path = $"/insight/{await host.WorkforceAsync()}/needs?sector=";

        var page = await visitor.GetAsync(path + Uri.EscapeDataString(sector));
        var empty = await visitor.GetAsync(path + "foster");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Not enough people to say", page.Words, StringComparison.Ordinal);
        Assert.Equal(
            empty.Document.QuerySelector("main")!.InnerHtml,
            page.Document.QuerySelector("main")!.InnerHtml
        );
    }

    [Fact]
    public async Task Needs_OfNinePeople_SayNothing()
    {
        var evaluation = await StoredSurvey.AddAsync(
            host,
            InsightHost.Ruth,
            (WaveStage.Only, Bridge, 9, true)
        );
        await host.ReleaseAsync(evaluation);
        using var visitor = await host.SignInAsync(InsightHost.Ruth);

        var page = await visitor.GetAsync($"/insight/{evaluation}/needs");

        Assert.Contains("Not enough people to say", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("%", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Needs_EveryFigure_HasItsIntervalAndItsBase()
    {
        using var visitor = await host.SignInAsync(InsightHost.Ruth);

        var page = await visitor.GetAsync($"/insight/{await host.WorkforceAsync()}/needs");

        var cells = page
            .Document.QuerySelectorAll("main table td")
            .Select(cell => cell.TextContent.Trim())
            .Where(text => text.Contains('%', StringComparison.Ordinal))
            .ToList();
        Assert.True(cells.Count >= 40);
        Assert.All(cells, cell => Assert.Matches(@"^\d+% \(\d+% to \d+%; of [\d,]+\)$", cell));
    }

    [Fact]
    public async Task Beside2014_PrintsItsCaveatsAndThePublishedFiguresAsPublished()
    {
        using var visitor = await host.SignInAsync(InsightHost.Ruth);

        var page = await visitor.GetAsync($"/insight/{await host.WorkforceAsync()}/beside-2014");

        Assert.All(
            Beside.Caveats,
            caveat => Assert.Contains(caveat, page.Words, StringComparison.Ordinal)
        );
        foreach (
            var percent in new[]
            {
                "62%",
                "54%",
                "70%",
                "81.1%",
                "96.5% (also printed as",
                "94% (also printed as",
            }
        )
        {
            Assert.Contains(percent, page.Words, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Change_ClaimsNoCause()
    {
        using var visitor = await host.SignInAsync(InsightHost.Ruth);

        var page = await visitor.GetAsync($"/insight/{await host.WorkforceAsync()}/change");

        Assert.Contains(StageWords.NoCause, page.Words, StringComparison.Ordinal);
        Assert.Contains("points higher later", page.Words, StringComparison.Ordinal);
        foreach (
            var word in new[]
            {
                "improve",
                "impact of",
                "effect of",
                "because of the course",
                "thanks to",
            }
        )
        {
            Assert.DoesNotContain(word, page.Words, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Change_ManagersAnswers_StandBesideTheirPeoplesWithTheCaveat()
    {
        using var visitor = await host.SignInAsync(InsightHost.Ruth);

        var page = await visitor.GetAsync($"/insight/{await host.WorkforceAsync()}/change");

        Assert.Contains(ManagerAnswers.Caveat, page.Words, StringComparison.Ordinal);
        var table = page
            .Document.QuerySelectorAll("main table")
            .Single(t =>
                t.QuerySelector("caption")?.TextContent.Trim()
                == "Managers: Have you talked with your colleague about using what they learned?"
            );
        Assert.Equal(
            ["Answer", "People themselves", "Their managers"],
            table.QuerySelectorAll("thead th").Select(cell => cell.TextContent.Trim())
        );
        Assert.All(
            table.QuerySelectorAll("tbody td"),
            cell => Assert.Matches(@"^\d+% \(\d+% to \d+%; of [\d,]+\)$", cell.TextContent.Trim())
        );
    }

    [Fact]
    public async Task Change_OfASurveyWithoutManagers_SaysNothingOfThem()
    {
        var evaluation = await StoredSurvey.AddAsync(
            host,
            InsightHost.Ruth,
            (WaveStage.Before, Bridge, 60, true),
            (WaveStage.StraightAfter, Bridge, 60, true)
        );
        await host.ReleaseAsync(evaluation);
        using var visitor = await host.SignInAsync(InsightHost.Ruth);

        var page = await visitor.GetAsync($"/insight/{evaluation}/change");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.DoesNotContain("managers said", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_ClosedWaveWithoutResults_DecidesThemAndLogsIt()
    {
        var evaluation = await StoredSurvey.AddAsync(
            host,
            InsightHost.Ruth,
            (WaveStage.Only, Bridge, 150, true)
        );
        using var visitor = await host.SignInAsync(InsightHost.Ruth);
        var before = await visitor.GetAsync($"/insight/{evaluation}");
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await visitor.GetAsync($"/insight/{evaluation}/needs")).Status
        );

        await before.SubmitAsync(visitor, "main form");

        Assert.Equal(
            HttpStatusCode.OK,
            (await visitor.GetAsync($"/insight/{evaluation}/needs")).Status
        );
        Assert.Null(
            (await visitor.GetAsync($"/insight/{evaluation}")).Document.QuerySelector("main form")
        );
        Assert.Equal(
            1,
            await host.AsPersonAsync(
                InsightHost.Ruth,
                db =>
                    db.Events.CountAsync(e =>
                        e.Kind == EventKinds.ResultsReleased && e.SubjectId == evaluation
                    )
            )
        );
    }

    [Fact]
    public async Task Get_WhileTheFirstWaveIsOpen_IsNotFound()
    {
        var evaluation = await StoredSurvey.AddAsync(
            host,
            InsightHost.Ruth,
            (WaveStage.Before, Bridge, 40, false)
        );
        using var visitor = await host.SignInAsync(InsightHost.Ruth);

        Assert.Equal(
            HttpStatusCode.NotFound,
            (await visitor.GetAsync($"/insight/{evaluation}")).Status
        );
        Assert.DoesNotContain(
            evaluation.ToString(),
            (await visitor.GetAsync("/insight")).Html,
            StringComparison.Ordinal
        );
    }
}
