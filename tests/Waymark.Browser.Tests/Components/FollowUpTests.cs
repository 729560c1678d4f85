using Microsoft.Playwright;
using Xunit;

namespace Waymark.Browser.Tests.Components;

/// <summary>The note under the first question of the safety check is asked only after some answers.</summary>
public sealed class FollowUpTests(Chromium chromium, Site site) : BrowserTest(chromium)
{
    private const string Question = "danger right now";

    [Fact]
    public async Task FollowUp_OpensWhenItsAnswerIsChosenByKeyboard()
    {
        var visit = await OpenAsync(site);
        await visit.OpenAsync("/safety-check");
        await Assertions.Expect(Note(visit)).ToBeHiddenAsync();

        await visit.Keyboard.ChooseAsync(Question, "Yes");

        await Assertions.Expect(Note(visit)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task FollowUp_FilledInAndNoLongerAsked_SaysThatItIsKept()
    {
        var visit = await OpenAsync(site);
        await visit.OpenAsync("/safety-check");
        await visit.Keyboard.ChooseAsync(Question, "Yes");
        await Note(visit).FillAsync("A meeting was mentioned.");

        await visit.Page.GetByLabel("No", new() { Exact = true }).CheckAsync();

        await Assertions.Expect(Note(visit)).ToBeHiddenAsync();
        await Assertions
            .Expect(visit.Page.GetByText("What you answered to the questions here is kept."))
            .ToBeVisibleAsync();
        await visit.Page.GetByLabel("Yes", new() { Exact = true }).CheckAsync();
        await Assertions.Expect(Note(visit)).ToHaveValueAsync("A meeting was mentioned.");
    }

    [Fact]
    public async Task FollowUp_WithoutScript_IsThereAndSaysWhenItApplies()
    {
        var visit = await OpenAsync(site, Screen.Phone, Script.Off);

        await visit.OpenAsync("/safety-check");

        await Assertions.Expect(Note(visit)).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.GetByText("Only if your answer is")).ToBeVisibleAsync();
    }

    private static ILocator Note(Visit visit) => visit.Page.Locator("main textarea");
}
