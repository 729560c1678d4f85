using System.IO.Compression;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Waymark.Data;
using Waymark.Features.Surveys;
using Waymark.Features.Surveys.Export;
using Waymark.Tests.Host;
using Xunit;

namespace Waymark.Tests.Features.Surveys.Export;

/// <summary>Answers row by row go to few, after a wave is closed, under terms, and each step stands in the log.</summary>
public sealed class ExportPageTests(WaymarkHost host) : IClassFixture<WaymarkHost>
{
    private const string Bridge = "workforce-bridge-2014";
    private static readonly (string, string)[] s_agreed =
    [
        ("Purpose", "To see whether the scales of the survey hold together."),
        ("Acknowledgement", " i will not try to identify anyone. "),
    ];

    [Theory]
    [InlineData("ruth.adeyemi")]
    [InlineData("dai.probert")]
    public async Task Get_ResearcherOrTrainingLeadOfTheAgency_IsOfferedTheFile(string mailbox)
    {
        var path = await ClosedAsync(120);
        using var visitor = await host.SignInAsync(mailbox);

        var page = await visitor.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(
            ["Before the course", "120"],
            page.Document.QuerySelectorAll("main tbody tr > *")
                .Select(cell => cell.TextContent.Trim())
        );
        Assert.Contains(ExportTerms.Acknowledgement, page.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("priya.nair")]
    [InlineData("helen.marsh")]
    [InlineData("ines.duarte")]
    [InlineData("megan.hughes")]
    public async Task Get_AnyoneElse_IsNotFound(string mailbox)
    {
        var path = await ClosedAsync(20);
        using var visitor = await host.SignInAsync(mailbox);

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(path)).Status);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await visitor.GetAsync(path + "?handler=Codebook&format=csv")).Status
        );
    }

    [Fact]
    public async Task Get_EvaluationOfAnotherAgency_IsTheSameAsOneThatDoesNotExist()
    {
        var elsewhere = await StoredSurvey.AddAsync(
            host,
            "megan.hughes",
            (WaveStage.Only, Bridge, 30, true)
        );
        using var visitor = await host.SignInAsync("ruth.adeyemi");

        var there = await visitor.GetAsync($"/surveys/{elsewhere}/export");
        var nowhere = await visitor.GetAsync($"/surveys/{Guid.NewGuid()}/export");

        Assert.Equal(HttpStatusCode.NotFound, there.Status);
        Assert.Equal(nowhere.Words, there.Words);
    }

    [Fact]
    public async Task Get_WaveStillOpen_OffersNothing()
    {
        var id = await StoredSurvey.AddAsync(
            host,
            "ruth.adeyemi",
            (WaveStage.Only, Bridge, 30, false)
        );
        using var visitor = await host.SignInAsync("ruth.adeyemi");

        var page = await visitor.GetAsync($"/surveys/{id}/export");

        Assert.Contains(
            "No wave of this survey is closed yet",
            page.Words,
            StringComparison.Ordinal
        );
        Assert.Null(page.Document.QuerySelector("main form"));
    }

    [Fact]
    public async Task Get_FewerThanTenAnswers_OffersNothing()
    {
        using var visitor = await host.SignInAsync("ruth.adeyemi");

        var page = await visitor.GetAsync(await ClosedAsync(9));

        Assert.Contains("Fewer than 10 people", page.Words, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("main form"));
    }

    [Theory]
    [InlineData(
        "",
        "I will not try to identify anyone",
        "Say what you need the answers for, in a sentence"
    )]
    [InlineData(
        "To look at the scales together.",
        "yes",
        "Type “I will not try to identify anyone”"
    )]
    public async Task Post_WithoutPurposeOrAcknowledgement_IsRefusedAndKeepsWhatWasTyped(
        string purpose,
        string acknowledgement,
        string message
    )
    {
        using var visitor = await host.SignInAsync("ruth.adeyemi");
        var page = await visitor.GetAsync(await ClosedAsync(20));

        var refused = await page.SubmitAsync(
            visitor,
            "main form",
            ("Purpose", purpose),
            ("Acknowledgement", acknowledgement)
        );

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal([message], refused.Errors);
        Assert.Contains(purpose, refused.Html, StringComparison.Ordinal);
        Assert.Contains($"value=\"{acknowledgement}\"", refused.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_Agreed_MakesTheFileForThatPersonAloneAndLogsBothSteps()
    {
        var path = await ClosedAsync(120);
        using var visitor = await host.SignInAsync("ruth.adeyemi");
        using var other = await host.SignInAsync("dai.probert");

        var sent = await (await visitor.GetAsync(path)).SubmitAsync(visitor, "main form", s_agreed);
        Assert.Equal(path, sent.RedirectedTo);
        var ready = await ReadyAsync(visitor, path);

        Assert.Contains("120 rows", ready.Words, StringComparison.Ordinal);
        var response = await visitor.Client.GetAsync(path + "?handler=File");
        Assert.Equal("application/zip", response.Content.Headers.ContentType?.MediaType);
        await using var zip = new ZipArchive(await response.Content.ReadAsStreamAsync());
        using var reader = new StreamReader(zip.GetEntry("answers.csv")!.Open());
        Assert.Equal(120, Rfc4180.Rows(await reader.ReadToEndAsync()).Count);
        Assert.Equal(path, (await other.GetAsync(path + "?handler=File")).RedirectedTo);
        Assert.Equal(
            [EventKinds.SurveyExportAsked, EventKinds.SurveyExportFetched],
            await EventsAsync(path)
        );
    }

    [Fact]
    public async Task Get_AnHourLater_TheFileIsGone()
    {
        var path = await ClosedAsync(40);
        using (var visitor = await host.SignInAsync("ruth.adeyemi"))
        {
            await (await visitor.GetAsync(path)).SubmitAsync(visitor, "main form", s_agreed);
            await ReadyAsync(visitor, path);
        }

        host.Clock.Advance(SurveyExports.Kept + TimeSpan.FromMinutes(1));
        using var later = await host.SignInAsync("ruth.adeyemi");
        var page = await later.GetAsync(path);

        Assert.NotNull(page.Document.QuerySelector("main form"));
        Assert.DoesNotContain("Your file is ready", page.Words, StringComparison.Ordinal);
        Assert.Equal(path, (await later.GetAsync(path + "?handler=File")).RedirectedTo);
        await GoneFromTheDiskAsync();
    }

    [Theory]
    [InlineData("csv", "text/csv")]
    [InlineData("json", "application/json")]
    [InlineData("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")]
    public async Task Codebook_NeedsNoTermsBecauseItHoldsNoAnswers(string format, string mediaType)
    {
        using var visitor = await host.SignInAsync("ruth.adeyemi");

        var response = await visitor.Client.GetAsync(
            $"{await ClosedAsync(20)}?handler=Codebook&format={format}"
        );

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(mediaType, response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Get_AsksTheDatabaseFewTimes()
    {
        var path = await ClosedAsync(40);
        using var visitor = await host.SignInAsync("ruth.adeyemi");
        await visitor.GetAsync(path);
        host.Queries.Clear();

        await visitor.GetAsync(path);

        Assert.InRange(host.Queries.Count, 1, 12);
    }

    private async Task<string> ClosedAsync(int answers) =>
        $"/surveys/{await StoredSurvey.AddAsync(host, "ruth.adeyemi", (WaveStage.Before, Bridge, answers, true))}/export";

    private static async Task<VisitedPage> ReadyAsync(Visitor visitor, string path)
    {
        // The file is made beside the requests; a page that is asked again and again sees it done.
        for (var look = 0; look < 600; look++)
        {
            var page = await visitor.GetAsync(path);
            if (page.Document.QuerySelector("[data-waymark-refresh]") is null)
            {
                Assert.Contains("Your file is ready", page.Words, StringComparison.Ordinal);
                return page;
            }

            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        throw new InvalidOperationException("The file was not made.");
    }

    private async Task GoneFromTheDiskAsync()
    {
        var folder = Path.Combine(host.Folder, "exports");
        for (var look = 0; look < 200 && Directory.GetFileSystemEntries(folder).Length > 0; look++)
        {
            host.Clock.Advance(TimeSpan.FromMinutes(1));
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        Assert.Empty(Directory.GetFileSystemEntries(folder));
    }

    private async Task<List<string>> EventsAsync(string path)
    {
        var evaluation = Guid.Parse(path.Split('/')[2]);
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WaymarkDb>();
        var agency = await db
            .Users.Where(p => p.UserName == "ruth.adeyemi@demo.example")
            .Select(p => p.AgencyId)
            .SingleAsync();
        scope.ServiceProvider.GetRequiredService<AgencyScope>().Enter(agency);
        return await db
            .Events.Where(e => e.SubjectId == evaluation)
            .OrderBy(e => e.Number)
            .Select(e => e.Kind)
            .ToListAsync();
    }
}
