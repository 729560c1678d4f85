using Waymark.Tests.Features.Surveys.Walk;
using Xunit;

namespace Waymark.Browser.Tests.Journeys;

/// <summary>An evaluation of three stages, from the attendance list to its results, by keyboard, on a clock that the test moves.</summary>
public sealed class SurveyJourneyTests(
    Chromium chromium,
    SurveyJourneyTests.SiteWithItsOwnClock site
) : BrowserTest(chromium), IClassFixture<SurveyJourneyTests.SiteWithItsOwnClock>
{
    private const int People = 12;
    private const string Name = "Autumn course";
    private readonly Random _random = new(5);

    [Fact]
    public async Task Evaluation_FromAttendanceListToResults_GoesByKeyboard()
    {
        var lead = await SignedInAsync(site, "dai.probert");
        await StartAsync(lead);
        await InviteAsync(lead);
        var overview = lead.Path;

        // Before the course: one person in a browser, the others without one; the last does not answer.
        var before = await SurveyWalk.LettersAsync(site, People);
        await AnswerByKeyboardAsync(LinkTo(before, 1), Screen.Desktop, Script.On);
        await AnswerAsync(before, Enumerable.Range(2, People - 2));
        await lead.OpenAsync(overview);
        Assert.Contains("At least 10 so far", await lead.WordsAsync(), StringComparison.Ordinal);

        site.Pass(TimeSpan.FromDays(7));
        var reminder = Assert.Single(await SurveyWalk.LettersAsync(site, 1));
        Assert.Equal((Address(People), LinkTo(before, People)), (reminder.To, reminder.Link));

        // Straight after the course.
        site.Pass(TimeSpan.FromDays(3));
        var after = await SurveyWalk.LettersAsync(site, People);
        var late = await OpenAsync(site);
        await late.OpenAsync(reminder.Link);
        Assert.Equal("This link does not work", await late.HeadingAsync());
        await AnswerByKeyboardAsync(LinkTo(after, 1), Screen.Phone, Script.Off);
        await AnswerAsync(after, Enumerable.Range(2, People - 1));

        // Six weeks later, with the managers.
        site.Pass(TimeSpan.FromDays(42));
        var last = await SurveyWalk.LettersAsync(site, 2 * People);
        await AnswerByKeyboardAsync(LinkTo(last, 1), Screen.Desktop, Script.Off);
        await AnswerByKeyboardAsync(
            last.Single(l => l.To == "m1@heron.example").Link,
            Screen.Phone,
            Script.On,
            "The questions are about the work of a colleague who named you as their manager."
        );
        await AnswerAsync(last, Enumerable.Range(2, People - 1));
        foreach (
            var (_, _, link) in last.Where(l => l.To.StartsWith('m'))
                .Where(l => l.To != "m1@heron.example")
        )
        {
            await AnswerAsync(link);
        }

        await SignInAgainAsync(lead, overview);
        Assert.Equal(Name, await lead.HeadingAsync());
        await lead.Keyboard.FollowAsync("Close “Six to eight weeks later” now");
        await lead.Keyboard.SendAsync("Close it now");
        var words = await lead.WordsAsync();
        Assert.Contains("Closed. No more answers are taken.", words, StringComparison.Ordinal);
        // One of twelve had not answered before: a count beside the total would give that one away.
        Assert.Contains(
            "Answered the first stage too Not shown: too few",
            words,
            StringComparison.Ordinal
        );

        await lead.Keyboard.FollowAsync("See the results");
        Assert.Equal(Name, await lead.HeadingAsync());
        await lead.Keyboard.FollowAsync("Change over the stages");
        Assert.Contains("Before the course", await lead.WordsAsync(), StringComparison.Ordinal);

        await lead.OpenAsync(overview);
        await lead.Keyboard.FollowAsync("End the survey for good");
        await lead.Keyboard.SendAsync("End it and destroy the key");
        Assert.Contains("The key is destroyed", await lead.WordsAsync(), StringComparison.Ordinal);
        var keys = System.IO.Path.Combine(site.Folder, "keys", "surveys");
        Assert.Empty(Directory.GetFiles(keys));
    }

    private async Task StartAsync(Visit lead)
    {
        var today = SurveyWalk.Today(site);
        await lead.OpenAsync("/surveys");
        await lead.Keyboard.FollowAsync("Start a survey");
        await lead.Keyboard.TypeAsync("What is it called?", Name);
        await lead.Keyboard.ChooseAsync("Which survey?", "Working with children harmed online");
        await lead.Keyboard.ChooseAsync(
            "How often do you want to ask?",
            "Three times around a course"
        );
        await TypeDayAsync(lead, "Input.OpensOn", today);
        await TypeDayAsync(lead, "Input.CourseOn", today.AddDays(10));
        await lead.Keyboard.SendAsync("Start the survey");
        Assert.Equal("Add people from a list", await lead.HeadingAsync());
    }

    private static async Task InviteAsync(Visit lead)
    {
        string[] rows =
        [
            "Name,Email,Manager email",
            .. Enumerable
                .Range(1, People)
                .Select(i => $"Person {i},{Address(i)},m{i}@heron.example"),
        ];
        await lead.Keyboard.TypeAsync("The list", string.Join('\n', rows));
        await lead.Keyboard.SendAsync("Look at the list");
        Assert.Equal("Check the list", await lead.HeadingAsync());
        Assert.Contains(
            $"{People} people will be added, {People} of them with their manager.",
            await lead.WordsAsync(),
            StringComparison.Ordinal
        );
        await lead.Keyboard.SendAsync("Add them");
        Assert.Contains(
            "The people are on the list.",
            await lead.WordsAsync(),
            StringComparison.Ordinal
        );
    }

    private static async Task TypeDayAsync(Visit visit, string name, DateOnly day)
    {
        await visit.Keyboard.TypeIntoAsync(name + ".DayOfMonth", $"{day.Day}");
        await visit.Keyboard.TypeIntoAsync(name + ".Month", $"{day.Month}");
        await visit.Keyboard.TypeIntoAsync(name + ".Year", $"{day.Year}");
    }

    /// <summary>From a letter's link to the thanks: the first answer of every question, one of them taken back and given again.</summary>
    private async Task AnswerByKeyboardAsync(
        string link,
        Screen screen,
        Script script,
        string? says = null
    )
    {
        var visit = await OpenAsync(site, screen, script);
        await visit.OpenAsync(link);
        Assert.Equal(Name, await visit.HeadingAsync());
        if (says is not null)
        {
            Assert.Contains(says, await visit.WordsAsync(), StringComparison.Ordinal);
        }
        await visit.Keyboard.SendAsync("Start");
        var questions = 0;
        for (; await visit.HeadingAsync() != "Check your answers"; questions++)
        {
            Assert.InRange(questions, 0, 30);
            await ChooseFirstAsync(visit);
            await visit.Keyboard.SendAsync("Continue");
        }
        Assert.InRange(questions, 4, 30);
        await visit.Keyboard.SendAsync("Back");
        await visit.Keyboard.SendAsync("Continue");
        await visit.Keyboard.SendAsync("Send my answers");
        Assert.Equal("Your answers are sent", await visit.HeadingAsync());
        Assert.Equal("/surveys/answered", visit.Path);
        Assert.Empty(await visit.Page.Context.CookiesAsync());
    }

    private static async Task ChooseFirstAsync(Visit visit)
    {
        await visit.Keyboard.FocusAsync(f => f.Kind is "radio" or "checkbox", "an answer");
        await visit.Keyboard.PressAsync("Space");
        Assert.True((await visit.Keyboard.FocusedAsync()).Chosen);
    }

    private async Task AnswerAsync(
        IReadOnlyList<(string To, string Subject, string Link)> letters,
        IEnumerable<int> people
    )
    {
        foreach (var person in people)
        {
            await AnswerAsync(LinkTo(letters, person));
        }
    }

    private async Task AnswerAsync(string link) =>
        Assert.Equal(
            "/surveys/answered",
            (await SurveyWalk.AnswerAsync(site, link, _random)).RedirectedTo
        );

    private static async Task SignInAgainAsync(Visit visit, string path)
    {
        await visit.OpenAsync(path);
        await visit.Keyboard.TypeAsync("E-mail address", "dai.probert@demo.example");
        await visit.Keyboard.TypeAsync("Password", Waymark.Features.Demo.DemoData.Password);
        await visit.Keyboard.SendAsync("Sign in");
    }

    private static string Address(int person) => $"p{person}@heron.example";

    private static string LinkTo(
        IReadOnlyList<(string To, string Subject, string Link)> letters,
        int person
    ) => letters.Single(l => l.To == Address(person)).Link;

    public sealed class SiteWithItsOwnClock : Site;
}
