using Microsoft.EntityFrameworkCore;

namespace Waymark.Browser.Tests.Pages;

/// <summary>The states of the pages of results: the demo's made-up surveys, and what stands where nothing may be said.</summary>
internal static class InsightStates
{
    private const string Ruth = "ruth.adeyemi";

    internal static IEnumerable<PageState> All =>
        [
            new("insight", Ruth, async (_, page) => await page.GotoAsync("/insight")),
            At("insight-survey", "Working with children harmed online: a", ""),
            At("insight-needs", "Working with children harmed online: a", "/needs"),
            At(
                "insight-needs-roles",
                "Working with children harmed online: a",
                "/needs?sector=health"
            ),
            At(
                "insight-not-enough",
                "Working with children harmed online: a",
                "/needs?sector=police"
            ),
            At("insight-beside-2014", "Working with children harmed online: a", "/beside-2014"),
            At("insight-change", "Working with children harmed online: a", "/change"),
            At("insight-report", "Working with children harmed online: a", "/report"),
            At("insight-self-efficacy", "What you can do", "/self-efficacy"),
            At("insight-agreement", "One case", "/agreement"),
            new(
                "insight-waiting",
                Ruth,
                async (stage, page) =>
                    await page.GotoAsync(
                        stage
                            .Exports.Offered.Replace(
                                "/surveys/",
                                "/insight/",
                                StringComparison.Ordinal
                            )
                            .Replace("/export", "", StringComparison.Ordinal)
                    )
            ),
        ];

    private static PageState At(string name, string survey, string path) =>
        new(
            name,
            Ruth,
            async (stage, page) =>
            {
                var id = await stage.AsPersonAsync(
                    Ruth,
                    async db =>
                        (await db.Evaluations.ToListAsync())
                            .Single(e =>
                                e.IsSynthetic && e.Name.StartsWith(survey, StringComparison.Ordinal)
                            )
                            .Id
                );
                await page.GotoAsync($"/insight/{id}{path}");
            }
        );
}
