using Microsoft.Playwright;

namespace Waymark.Browser.Tests.Pages;

/// <summary>Teams, emergency openings, keeping and erasing, and the copy for a child.</summary>
internal sealed partial record PageState
{
    private const string Sam = "sam.okafor";
    private const string Helen = "helen.marsh";
    private const string Ines = "ines.duarte";

    private static IEnumerable<PageState> Access() =>
        [
            At("find", Sam, _ => "/concerns/find"),
            new("find-nothing", Sam, async (_, page) => await FindAsync(page, "AX-NONE")),
            new("find-closed", Sam, async (_, page) => await FindAsync(page, Stage.Closed)),
            new(
                "find-closed-no-reason",
                Sam,
                async (_, page) =>
                {
                    await FindAsync(page, Stage.Closed);
                    await PressAsync(page, "Open the record and tell its supervisors");
                }
            ),
            At("records-told", Helen, _ => "/concerns"),
            At("openings", Helen, _ => "/openings"),
            At("opening", Helen, stage => $"/openings/{stage.Opening}"),
            At("teams", Ines, _ => "/teams"),
            At("team", Ines, stage => $"/teams/{stage.Team}"),
            new(
                "team-wrong",
                Ines,
                async (stage, page) =>
                {
                    await page.GotoAsync($"/teams/{stage.Team}");
                    await PressAsync(page, "Add to the team");
                }
            ),
            At("give-to-team", Helen, stage => $"/children/{stage.OpenedChild}/team"),
            At("retention", Helen, _ => "/retention"),
            At("retention-record", Helen, stage => $"/retention/{stage.OpenedChild}"),
            At("retention-held", Helen, stage => $"/retention/{stage.HeldChild}"),
            At("retention-asked", Helen, stage => $"/retention/{stage.RequestedChild}"),
            At("retention-to-confirm", Ines, stage => $"/retention/{stage.RequestedChild}"),
            new(
                "retention-wrong-reference",
                Ines,
                async (stage, page) =>
                {
                    await page.GotoAsync($"/retention/{stage.RequestedChild}");
                    await PressAsync(page, "Erase the record for good");
                }
            ),
            At("access-copy", Helen, stage => $"/children/{stage.OpenedChild}/access-copy"),
            At("access-copy-decided", Helen, stage => $"/children/{stage.CopiedChild}/access-copy"),
            new(
                "access-copy-wrong",
                Helen,
                async (stage, page) =>
                {
                    await page.GotoAsync($"/children/{stage.OpenedChild}/access-copy");
                    await page.Locator("[value=WithholdOther]").First.CheckAsync();
                    await PressAsync(page, "Save");
                }
            ),
            At(
                "access-copy-document",
                Helen,
                stage => $"/children/{stage.CopiedChild}/access-copy/document"
            ),
        ];

    private static async Task FindAsync(IPage page, string reference)
    {
        await page.GotoAsync("/concerns/find");
        await page.FillAsync("[name=Reference]", reference);
        await PressAsync(page, "Find");
    }
}
