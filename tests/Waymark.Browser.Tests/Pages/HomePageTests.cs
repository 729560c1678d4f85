using Xunit;

namespace Waymark.Browser.Tests.Pages;

/// <summary>The first page, with a keyboard.</summary>
public sealed class HomePageTests(Chromium chromium, Site site) : BrowserTest(chromium)
{
    [Fact]
    public async Task FirstTab_SkipLink_IsSeenAndLeadsToTheMainPart()
    {
        var visit = await OpenAsync(site);
        await visit.OpenAsync("/");

        await visit.Keyboard.PressAsync("Tab");

        Assert.Equal("Skip to main content", (await visit.Keyboard.FocusedAsync()).Name);
        Assert.True((await visit.Keyboard.FocusedAsync()).Shown);
    }

    [Theory]
    [InlineData(Screen.Phone, Script.On)]
    [InlineData(Screen.Desktop, Script.Off)]
    public async Task SignIn_WithKeyboard_LandsOnRecords(Screen screen, Script script)
    {
        var visit = await SignedInAsync(site, "megan.hughes", screen, script);

        Assert.Equal("/concerns", visit.Path);
    }
}
