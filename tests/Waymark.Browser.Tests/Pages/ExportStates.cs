using Microsoft.EntityFrameworkCore;
using Waymark.Data;
using Waymark.Features.Surveys;
using Waymark.Features.Surveys.Export;
using Waymark.Tests.Features.Surveys.Export;

namespace Waymark.Browser.Tests.Pages;

/// <summary>The states of the page on which researchers get answers row by row.</summary>
internal sealed record ExportStates(string Offered, string Open, string UnderWay, string Ready)
{
    private const string Ruth = "ruth.adeyemi";
    private const string Survey = "workforce-bridge-2014";

    internal static IEnumerable<PageState> All =>
        [
            At("survey-export", stage => stage.Exports.Offered),
            At("survey-export-open", stage => stage.Exports.Open),
            At("survey-export-under-way", stage => stage.Exports.UnderWay),
            At("survey-export-ready", stage => stage.Exports.Ready),
            new(
                "survey-export-refused",
                Ruth,
                async (stage, page) =>
                {
                    await page.GotoAsync(stage.Exports.Offered);
                    await page.GetByRole(
                            Microsoft.Playwright.AriaRole.Button,
                            new() { Name = "Make the file" }
                        )
                        .ClickAsync();
                    await page.WaitForLoadStateAsync();
                }
            ),
        ];

    /// <summary>Lays the surveys down; after that no further export is made, so that one stays under way.</summary>
    internal static async Task<ExportStates> PrepareAsync(Stage stage)
    {
        var exports = stage.Services.GetRequiredService<SurveyExports>();
        var (agency, ruth) = await PersonAsync(stage);
        var ready = await AddAsync(stage, closed: true);
        var job = exports.Start(agency, ready, ruth);
        for (var look = 0; look < 600 && job.Progress.IsUnderWay; look++)
        {
            await Task.Delay(50);
        }

        await exports.StopAsync(CancellationToken.None);
        var underWay = await AddAsync(stage, closed: true);
        exports.Start(agency, underWay, ruth).Progress = new(
            ExportStage.Writing,
            40_000,
            132_000,
            null,
            null
        );
        return new(
            Address(await AddAsync(stage, closed: true)),
            Address(await AddAsync(stage, closed: false)),
            Address(underWay),
            Address(ready)
        );
    }

    private static Task<Guid> AddAsync(Stage stage, bool closed) =>
        StoredSurvey.AddAsync(stage, Ruth, (WaveStage.Before, Survey, 60, closed));

    private static async Task<(Guid Agency, Guid Ruth)> PersonAsync(Stage stage)
    {
        await using var scope = stage.Services.CreateAsyncScope();
        var person = await scope
            .ServiceProvider.GetRequiredService<WaymarkDb>()
            .Users.AsNoTracking()
            .SingleAsync(p => p.UserName == Ruth + "@demo.example");
        return (person.AgencyId, person.Id);
    }

    private static string Address(Guid evaluation) => $"/surveys/{evaluation}/export";

    private static PageState At(string name, Func<Stage, string> address) =>
        new(name, Ruth, async (stage, page) => await page.GotoAsync(address(stage)));
}
