using Microsoft.Playwright;

namespace Waymark.Browser.Tests.Pages;

/// <summary>What is shown while the database is away, and what comes after.</summary>
internal sealed partial record PageState
{
    private static IEnumerable<PageState> Away() =>
        [
            new(
                "away",
                null,
                async (_, page) =>
                {
                    await page.GotoAsync("/");
                    await LoseDatabaseAsync(page);
                    await page.GotoAsync("/safety-check");
                }
            ),
            new("away-typed", Megan, async (_, page) => await TypeAsync(page)),
            new(
                "away-again",
                Megan,
                async (_, page) =>
                {
                    await TypeAsync(page);
                    await page.Context.ClearCookiesAsync(new() { Name = DatabaseAwayFor.Cookie });
                    await PressAsync(page, "Try again");
                }
            ),
        ];

    private static async Task TypeAsync(IPage page)
    {
        await page.GotoAsync("/concerns/start");
        await page.FillAsync("[name=Worry]", "Someone met in a game");
        await LoseDatabaseAsync(page);
        await PressAsync(page, "Start the safety check");
    }

    private static Task LoseDatabaseAsync(IPage page) =>
        page.Context.AddCookiesAsync([
            new()
            {
                Name = DatabaseAwayFor.Cookie,
                Value = "1",
                Url = page.Url,
            },
        ]);
}
