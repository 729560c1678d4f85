using System.Net;
using Microsoft.EntityFrameworkCore;
using Waymark.Features.Accounts;
using Waymark.Features.Surveys;
using Waymark.Features.Surveys.Export;
using Waymark.Tests.Features.Surveys.Walk;
using Waymark.Tests.Host;
using Xunit;

namespace Waymark.Tests.Features.Surveys.Agencies;

/// <summary>A survey that compares agencies, from its start to its rows.</summary>
public sealed class AgencySurveyTests(WaymarkHost host) : IClassFixture<WaymarkHost>
{
    private const string Vignette = "vignette-rating";

    [Theory]
    [InlineData("", nameof(EvaluationKind.SingleWave), "Name 2 to 20 agencies")]
    [InlineData("One\none", nameof(EvaluationKind.SingleWave), "is there twice")]
    [InlineData("One\nTwo", nameof(EvaluationKind.ThreeStage), "is asked once")]
    [InlineData("One\nhttps://i.imgur.com/abc.png", nameof(EvaluationKind.SingleWave), "link")]
    public async Task Start_WithoutProperAgencies_SaysWhatToDo(
        string agencies,
        string kind,
        string message
    )
    {
        using var lead = await host.SignInAsync("dai.probert");

        var refused = await (await lead.GetAsync("/surveys/start")).SubmitAsync(
            lead,
            "#main-content form",
            ("Input.Name", "One case"),
            ("Input.Survey", Vignette),
            ("Input.Agencies", agencies),
            ("Input.Kind", kind),
            ("Input.OpensOn.DayOfMonth", "25"),
            ("Input.OpensOn.Month", "11"),
            ("Input.OpensOn.Year", "2026"),
            ("Input.ClosesOn.DayOfMonth", "9"),
            ("Input.ClosesOn.Month", "12"),
            ("Input.ClosesOn.Year", "2026"),
            ("Input.CourseOn.DayOfMonth", "9"),
            ("Input.CourseOn.Month", "12"),
            ("Input.CourseOn.Year", "2026")
        );

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains(message, refused.Errors.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_ByTheOpenLink_OffersTheAgenciesAndKeepsTheChosenCode()
    {
        var walk = await SurveyWalk.StartOnceAsync(
            host,
            Vignette,
            openLink: true,
            agencies: "Riverton Council\nHilltop School"
        );
        var link = await walk.OpenLinkAsync();
        using var visitor = host.NewVisitor();
        var page = await (await visitor.GetAsync(link)).SubmitAsync(
            visitor,
            "#main-content form",
            ("Code", "")
        );
        page = await SurveyWalk.SendAsync(visitor, page);
        var choices = page
            .Document.QuerySelectorAll("main label")
            .Select(l => l.TextContent.Trim());
        var second = page.Document.QuerySelectorAll("main input[type=radio]")[1];

        var strange = await SurveyWalk.SendAsync(
            visitor,
            page,
            (
                second.GetAttribute("name")!,
                second.GetAttribute("value")!.Replace("a2", "a3", StringComparison.Ordinal)
            )
        );
        page = await SurveyWalk.SendAsync(
            visitor,
            page,
            (second.GetAttribute("name")!, second.GetAttribute("value")!)
        );
        var sent = await SurveyWalk.ToTheEndAsync(visitor, page, new Random(3));

        Assert.Equal(
            ["Riverton Council", "Hilltop School", "Another agency", "Prefer not to say"],
            choices
        );
        Assert.Equal(HttpStatusCode.BadRequest, strange.Status);
        Assert.Equal("/surveys/answered", sent.RedirectedTo);
        var stored = await host.ReadAsync(
            AgencyKind.Council,
            db =>
                (
                    from response in db.SurveyResponses
                    join wave in db.Waves on response.WaveId equals wave.Id
                    where wave.EvaluationId == walk.Id
                    select response.Json
                ).SingleAsync()
        );
        Assert.Contains("\"a2\"", stored, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Agencies_InTheDatabase_AreSealed()
    {
        var walk = await SurveyWalk.StartOnceAsync(
            host,
            Vignette,
            agencies: "Heron Council\nFeather School"
        );

        await host.ReadAsync(
            AgencyKind.Council,
            async db =>
            {
                var bytes = await db
                    .Database.SqlQueryRaw<byte[]>(
                        """SELECT "AgenciesJson" AS "Value" FROM waves WHERE "EvaluationId" = {0}""",
                        walk.Id
                    )
                    .SingleAsync();
                Assert.DoesNotContain(
                    "Heron",
                    System.Text.Encoding.UTF8.GetString(bytes),
                    StringComparison.Ordinal
                );
                return true;
            }
        );
    }

    [Fact]
    public async Task Overview_OfIt_AsksForNoSectors()
    {
        var walk = await SurveyWalk.StartOnceAsync(host, Vignette);

        Assert.DoesNotContain(
            "each sector",
            (await walk.OverviewAsync()).Words,
            StringComparison.Ordinal
        );
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await walk.Lead.GetAsync($"/surveys/{walk.Id}/sectors")).Status
        );
    }

    [Fact]
    public async Task Rows_OfASmallAgency_ArePutTogetherAndTheCodebookHasTheNames()
    {
        var names = new[] { "Riverton Council", "Hilltop School", "Harbour Charity" };
        var columns = Waymark.Features.Surveys.Codebook.SurveyColumns.Of(
            Waymark.Content.Surveys.NamedAgencies.Fill(
                host.Library().Newest("surveys", Vignette)!.Instrument,
                names
            )
        );
        var export = new AnswersExport(
            new(
                "One case",
                [new(1, columns)],
                new Dictionary<string, double>(),
                _ => Rows(columns, (1, 40), (2, 30), (3, 4)),
                []
            )
        );
        await export.CountAsync(new Progress<long>(), TestContext.Current.CancellationToken);
        var agencyAt = export.Codebook.Variables.ToList().FindIndex(v => v.Name == "agency");
        List<short> written = [];
        await export.WriteAsync(
            row => written.Add(row.Answers[agencyAt - export.Codebook.Leading]),
            new Progress<long>(),
            TestContext.Current.CancellationToken
        );

        Assert.DoesNotContain((short)3, written);
        Assert.Equal(40, written.Count(code => code == 1));
        Assert.Equal(
            [.. names, "Another agency"],
            export.Codebook.Variables[agencyAt].Values.Select(value => value.Label)
        );
    }

    private static async IAsyncEnumerable<StoredAnswers> Rows(
        Waymark.Features.Surveys.Codebook.SurveyColumns columns,
        params (int Agency, int People)[] agencies
    )
    {
        await Task.CompletedTask;
        var instrument = columns.Instrument;
        foreach (var (agency, people) in agencies)
        {
            for (var i = 0; i < people; i++)
            {
                var form = Waymark.Instruments.Form.Start(
                    instrument,
                    new(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero))
                );
                form.Set("agency", [instrument.Find("agency")!.Options[agency - 1].Value]);
                form.Set("role", [instrument.Find("role")!.Options[0].Value]);
                yield return new(
                    0,
                    1,
                    new DateOnly(2026, 11, 23),
                    form.ToCompletedJson(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero))
                );
            }
        }
    }
}
