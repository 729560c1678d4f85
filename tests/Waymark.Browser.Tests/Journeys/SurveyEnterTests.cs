using Waymark.Tests.Features.Surveys.Walk;
using Xunit;

namespace Waymark.Browser.Tests.Journeys;

/// <summary>Whoever answers a survey by keyboard presses Enter, as on any other form.</summary>
public sealed class SurveyEnterTests(Chromium chromium, Site site) : BrowserTest(chromium)
{
    [Theory]
    [InlineData(Script.On)]
    [InlineData(Script.Off)]
    public async Task Survey_EnterInAnAnswer_GoesOnAndKeepsIt(Script script)
    {
        var walk = await SurveyWalk.StartOnceAsync(site);
        var address = $"enter.{script}@heron.example".ToLowerInvariant();
        await walk.InviteAsync(address);
        await SurveyWalk.RoundAsync(site);
        var visit = await OpenAsync(site, Screen.Desktop, script);
        await visit.OpenAsync(
            SurveyWalk.TakeLetters(site).Single(letter => letter.To == address).Link
        );
        await visit.Keyboard.SendAsync("Start");

        await visit.Keyboard.ChooseAsync("Which of these do you work in?", "Education");
        await visit.Keyboard.EnterAsync();
        await visit.Keyboard.FocusAsync(f => f.Kind == "radio", "the second question");
        await visit.Keyboard.PressAsync("Space");
        await visit.Keyboard.EnterAsync();

        Assert.StartsWith(
            "Have you met a child who was pressured",
            await visit.HeadingAsync(),
            StringComparison.Ordinal
        );
        await visit.Keyboard.SendAsync("Back");
        await visit.Keyboard.SendAsync("Back");
        var radio = await visit.Keyboard.FocusAsync(f => f.Kind == "radio", "the first question");
        Assert.Equal(("Education", true), (radio.Name, radio.Chosen));
    }
}
