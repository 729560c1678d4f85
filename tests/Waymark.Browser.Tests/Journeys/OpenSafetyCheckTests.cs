using Waymark.Content;
using Waymark.Features.Shared.Reading;
using Waymark.Instruments;
using Waymark.Tests.Documents;
using Xunit;

namespace Waymark.Browser.Tests.Journeys;

/// <summary>From the public first page to a printed act-now sheet, without an account, by keyboard.</summary>
public sealed class OpenSafetyCheckTests(Chromium chromium, Site site, ITestOutputHelper output)
    : BrowserTest(chromium)
{
    /// <summary>The case in which every question is answered yes, which makes the longest sheet.</summary>
    private const string Worst = "all yes";

    private ContentLibrary Content => site.Services.GetRequiredService<ContentLibrary>();

    [Theory]
    [InlineData(Worst, Screen.Desktop, Script.On)]
    [InlineData("v01", Screen.Phone, Script.Off)]
    [InlineData("v02", Screen.Phone, Script.On)]
    [InlineData("v03", Screen.Desktop, Script.Off)]
    [InlineData("v04", Screen.Desktop, Script.On)]
    public async Task OpenCheck_HomeToPrintedSheet_FewScreensUnderThreeMinutesTwoPages(
        string id,
        Screen screen,
        Script script
    )
    {
        var visit = await OpenAsync(site, screen, script);
        var time = new ReadingTime();

        await visit.OpenAsync("/");
        time.Add("First page", await TextsAboveAsync(visit, "Start the safety check"), choices: 1);
        await visit.Keyboard.FollowAsync("Start the safety check");
        await AnswerAllAsync(visit, id, "Continue", time);
        time.Add(
            "Act-now sheet",
            await TextsAboveAsync(visit, "Save as a Word document"),
            choices: 1
        );

        output.WriteLine($"{id}\n{time}");
        // A runner keeps quiet about tests that pass: scripts/test.sh prints what is left here.
        await File.WriteAllTextAsync(
            Path.Combine(Visit.Artifacts("reading-time"), id.Replace(' ', '-') + ".md"),
            $"From the first page to the act-now sheet, {id}:\n\n{time}\n",
            TestContext.Current.CancellationToken
        );
        Assert.InRange(time.Screens, 1, 12);
        Assert.True(time.Total < TimeSpan.FromMinutes(3), time.ToString());

        await AssertPrintsOnTwoPagesAsync(visit, $"open-{id}");
        var word = await visit.Keyboard.SaveFileAsync("Save as a Word document");
        Assert.InRange(
            await Office.CountPagesAsync(word, TestContext.Current.CancellationToken),
            1,
            2
        );
    }

    [Fact]
    public async Task ActNowSheet_OfARecordAnsweredYesThroughout_PrintsOnTwoPages()
    {
        var visit = await SignedInAsync(site, "megan.hughes");
        await visit.Keyboard.FollowAsync("Start with a new worry");
        await visit.Keyboard.TypeAsync("In one line, what worries you?", "Everything at once");
        await visit.Keyboard.TypeAsync("Your agency’s reference for the child", "YES-1");
        await visit.Keyboard.TypeAsync("How old is the child?", "12");
        await visit.Keyboard.SendAsync("Start the safety check");

        await AnswerAllAsync(visit, Worst, "Save and continue", new());

        await AssertPrintsOnTwoPagesAsync(visit, "record-all-yes");
    }

    [Fact]
    public async Task OpenCheck_BackAndChangedAnswer_KeepsTheOthers()
    {
        var visit = await OpenAsync(site, Screen.Phone, Script.Off);
        await visit.OpenAsync("/safety-check");
        await visit.Keyboard.ChooseAsync("Is the child in danger right now", "Suspected");
        await visit.Keyboard.SendAsync("Continue");

        await visit.Keyboard.SendAsync("Back");

        var radio = await visit.Keyboard.FocusAsync(f => f.Kind == "radio", "the first question");
        Assert.Equal(("Suspected", true), (radio.Name, radio.Chosen));
    }

    [Theory]
    [InlineData(Script.On)]
    [InlineData(Script.Off)]
    public async Task OpenCheck_EnterInAnAnswer_GoesOnAndKeepsIt(Script script)
    {
        var pages = InstrumentPages.Of(Content.Newest("safety", "safety-check")!.Instrument);
        var visit = await OpenAsync(site, Screen.Desktop, script);
        await visit.OpenAsync("/safety-check");

        foreach (var page in pages.Take(2))
        {
            await visit.Keyboard.ChooseAsync(page.Items[0].Text!, "Suspected");
            await visit.Keyboard.EnterAsync();
        }

        var third = await visit.Keyboard.FocusAsync(f => f.Kind == "radio", "the third question");
        Assert.Contains(pages[2].Items[0].Text!, third.Group, StringComparison.Ordinal);
        await visit.Keyboard.SendAsync("Back");
        var second = await visit.Keyboard.FocusAsync(f => f.Kind == "radio", "the second question");
        Assert.Equal(("Suspected", true), (second.Name, second.Chosen));
    }

    private async Task AnswerAllAsync(Visit visit, string id, string goOn, ReadingTime time)
    {
        var pages = InstrumentPages.Of(Content.Newest("safety", "safety-check")!.Instrument);
        foreach (var (index, page) in pages.Index())
        {
            var question = page.Items[0];
            await visit.Keyboard.ChooseAsync(question.Text!, AnswerTo(id, question));
            var button = index == pages.Count - 1 ? "See what to do" : goOn;
            time.Add($"Question {index + 1}", await TextsAboveAsync(visit, button), choices: 2);
            await visit.Keyboard.SendAsync(button);
        }
    }

    private string AnswerTo(string id, ItemDefinition question)
    {
        var code =
            id == Worst
                ? "yes"
                : Content
                    .CaseStudies.Single(s => s.Id == id)
                    .SafetyCheck.Single(a => a.LinkId == question.LinkId)
                    .Typed.OfType<CodingAnswer>()
                    .Single()
                    .Code;
        return question.Options.Single(o => ((CodingAnswer)o.Value).Code == code).Text;
    }

    private static async Task AssertPrintsOnTwoPagesAsync(Visit visit, string name)
    {
        var pages = await Office.CountPdfPagesAsync(
            await visit.PrintAsync(name),
            TestContext.Current.CancellationToken
        );
        Assert.InRange(pages, 1, 2);
    }

    /// <summary>What a person reads on a screen: every text that can be seen above the button they press.</summary>
    private static Task<string[]> TextsAboveAsync(Visit visit, string button) =>
        visit.Page.ReadAsync<string[]>(
            TextsAbove.Replace("$BUTTON", button, StringComparison.Ordinal)
        );

    private const string TextsAbove = """
        () => {
          const buttons = [...document.querySelectorAll('main .govuk-button')]
          const end = buttons.find((b) => b.textContent.trim() === '$BUTTON')
          const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT)
          const texts = []
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const parent = node.parentElement
            if (parent.closest('.govuk-visually-hidden')) continue
            if (!parent.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true })) continue
            texts.push(node.data)
            if (end.contains(node)) break
          }
          return texts
        }
        """;
}
