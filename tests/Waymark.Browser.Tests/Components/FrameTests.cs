using Microsoft.Playwright;
using Xunit;

namespace Waymark.Browser.Tests.Components;

public sealed class FrameTests(Chromium chromium, Site site) : BrowserTest(chromium)
{
    [Fact]
    public async Task SkipLink_ByKeyboard_IsFirstAndLeadsPastTheHeader()
    {
        var visit = await OpenAsync(site);
        await visit.OpenAsync("/");

        await visit.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to main content", (await visit.Keyboard.FocusedAsync()).Name);
        await visit.Keyboard.PressAsync("Enter");

        await Assertions.Expect(visit.Page.Locator("#main-content")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Sections_OnAPhone_AreUnderAMenuThatOpens()
    {
        var visit = await SignedInAsync(site, "priya.nair", Screen.Phone);
        await Assertions.Expect(Records(visit)).ToBeHiddenAsync();

        await visit.Keyboard.FocusAsync(f => f is { Kind: "button", Name: "Menu" }, "the menu");
        await visit.Keyboard.PressAsync("Enter");

        await Assertions.Expect(Records(visit)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Sections_OnAPhoneWithoutScript_AreThere()
    {
        var visit = await SignedInAsync(site, "priya.nair", Screen.Phone, Script.Off);

        await Assertions.Expect(Records(visit)).ToBeVisibleAsync();
    }

    private static ILocator Records(Visit visit) =>
        visit.Page.Locator("header").GetByRole(AriaRole.Link, new() { Name = "Records" });
}
