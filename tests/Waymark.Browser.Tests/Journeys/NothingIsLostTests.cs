using Microsoft.Playwright;
using Waymark.Features.Demo;
using Xunit;

namespace Waymark.Browser.Tests.Journeys;

/// <summary>What a person typed or chose is never lost: not by a closed window, a lost connection, a time-out or a colleague.</summary>
public sealed class NothingIsLostTests(
    Chromium chromium,
    NothingIsLostTests.SiteWithItsOwnClock site
) : BrowserTest(chromium), IClassFixture<NothingIsLostTests.SiteWithItsOwnClock>
{
    private const string Question = "Is the child in danger right now";

    [Fact]
    public async Task Answer_GivenAndWindowClosed_IsThereWithoutPressingSave()
    {
        var visit = await StartAsync("LOST-1", Script.On);

        await visit.Keyboard.ChooseAsync(Question, "Suspected");
        await SaysAsync(visit, "Saved ");

        Assert.Equal("Suspected", await ChosenAfterReopeningAsync(visit));
    }

    [Fact]
    public async Task Answer_GivenWithoutAConnection_SaysSoAndIsSavedWhenItIsBack()
    {
        var visit = await StartAsync("LOST-2", Script.On);
        await visit.Page.Context.SetOfflineAsync(true);

        await visit.Keyboard.ChooseAsync(Question, "Yes");
        await SaysAsync(visit, "Not saved yet");
        await visit.Page.Context.SetOfflineAsync(false);
        await SaysAsync(visit, "Saved ");

        Assert.Equal("Yes", await ChosenAfterReopeningAsync(visit));
    }

    [Theory]
    [InlineData(Script.On)]
    [InlineData(Script.Off)]
    public async Task Answer_GivenAfterTheSignInRanOut_IsSavedAfterSigningInAgain(Script script)
    {
        var visit = await StartAsync("LOST-3-" + script, script);
        site.Clock.Advance(TimeSpan.FromMinutes(61));

        await visit.Keyboard.ChooseAsync(Question, "No");
        if (script == Script.On)
        {
            await SaysAsync(visit, "You have been signed out");
        }
        await visit.Keyboard.SendAsync("Save and continue");
        Assert.Equal("Sign in again to save what you typed", await visit.HeadingAsync());
        await visit.Keyboard.TypeAsync("E-mail address", "megan.hughes@demo.example");
        await visit.Keyboard.TypeAsync("Password", DemoData.Password);
        await visit.Keyboard.SendAsync("Sign in");
        await visit.Keyboard.SendAsync("Save what I typed and go on");

        Assert.EndsWith("/safety-check/page.a2", visit.Page.Url, StringComparison.Ordinal);
        await visit.OpenAsync(
            visit.Page.Url.Replace("page.a2", "page.a1", StringComparison.Ordinal)
        );
        Assert.Equal("No", await ChosenAsync(visit));
    }

    [Fact]
    public async Task Picture_Pasted_GoesNowhereAndThePageSaysWhy()
    {
        var visit = await StartAsync("LOST-4", Script.On);
        var posts = 0;
        visit.Page.Request += (_, request) => posts += request.Method == "POST" ? 1 : 0;

        await visit.Page.EvaluateAsync(
            """
            () => {
              const files = new DataTransfer()
              files.items.add(new File([new Uint8Array([137, 80, 78, 71])], 'picture.png', { type: 'image/png' }))
              document.querySelector('form[data-waymark-autosave]').dispatchEvent(
                new ClipboardEvent('paste', { clipboardData: files, bubbles: true, cancelable: true }))
            }
            """
        );

        await Assertions
            .Expect(visit.Page.Locator("[data-waymark-image-notice]"))
            .ToBeVisibleAsync();
        Assert.Equal(0, posts);
    }

    [Fact]
    public async Task TwoPeople_WhoAnswerDifferently_SeeBothAnswersAndOneChooses()
    {
        var first = await StartAsync("LOST-5", Script.On);
        var second = await SignedInAsync(site, "tom.beckett");
        await second.OpenAsync(first.Page.Url);

        await first.Keyboard.ChooseAsync(Question, "No");
        await first.Keyboard.SendAsync("Save and continue");
        await second.Keyboard.ChooseAsync(Question, "Yes");
        await second.Keyboard.SendAsync("Save and continue");
        if (!second.Page.Url.EndsWith("/two-answers", StringComparison.Ordinal))
        {
            // The answer was saved by script just before; the record tells of the two answers.
            await second.OpenAsync(second.Page.Url.Split("/safety-check")[0] + "/two-answers");
        }

        Assert.Equal("Two answers to choose from", await second.HeadingAsync());
        await second.Keyboard.SendAsync("Let Tom Beckett’s answer stand");
        Assert.Equal("There is nothing to choose", await second.HeadingAsync());
        await first.OpenAsync(
            first.Page.Url.Replace("page.a2", "page.a1", StringComparison.Ordinal)
        );
        Assert.Equal("Yes", await ChosenAsync(first));
    }

    private async Task<Visit> StartAsync(string reference, Script script)
    {
        var visit = await SignedInAsync(site, "megan.hughes", Screen.Phone, script);
        await visit.OpenAsync("/concerns/start");
        await visit.Keyboard.TypeAsync("In one line, what worries you?", "Something to keep");
        await visit.Keyboard.TypeAsync("Your agency’s reference for the child", reference);
        await visit.Keyboard.TypeAsync("How old is the child?", "14");
        await visit.Keyboard.SendAsync("Start the safety check");
        return visit;
    }

    private static Task SaysAsync(Visit visit, string words) =>
        Assertions
            .Expect(visit.Page.Locator("[data-waymark-saved]"))
            .ToContainTextAsync(words, new() { Timeout = 30_000 });

    private static async Task<string> ChosenAfterReopeningAsync(Visit visit)
    {
        await visit.OpenAsync("/concerns");
        await visit.Page.GoBackAsync();
        await visit.Page.ReloadAsync();
        return await ChosenAsync(visit);
    }

    private static async Task<string> ChosenAsync(Visit visit) =>
        (
            await visit
                .Page.Locator(".govuk-radios__item:has(input:checked) label")
                .First.InnerTextAsync()
        ).Trim();

    /// <summary>A site of these tests alone: they move its clock, and others would be signed out.</summary>
    public sealed class SiteWithItsOwnClock : Site;
}
