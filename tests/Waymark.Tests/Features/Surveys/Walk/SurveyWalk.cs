using System.Text.RegularExpressions;
using MimeKit;
using Waymark.Features.Surveys;
using Waymark.Features.Surveys.Answer;
using Waymark.Features.Surveys.Waves;
using Waymark.Tests.Host;
using Xunit;

namespace Waymark.Tests.Features.Surveys.Walk;

/// <summary>A training lead who starts an evaluation through the pages, and the letters that come of it.</summary>
internal sealed partial class SurveyWalk
{
    private readonly WaymarkHost _host;

    private SurveyWalk(WaymarkHost host, Visitor lead, Guid id) =>
        (_host, Lead, Id) = (host, lead, id);

    public Visitor Lead { get; }

    public Guid Id { get; }

    /// <summary>The day in the United Kingdom.</summary>
    public static DateOnly Today(WaymarkHost host) => UkTime.DateOf(host.Clock.GetUtcNow());

    /// <summary>One wave that opens today.</summary>
    public static Task<SurveyWalk> StartOnceAsync(
        WaymarkHost host,
        string survey = "workforce-bridge-2014",
        bool openLink = false,
        int days = 14,
        string mailbox = "dai.probert",
        string name = "Autumn course",
        string agencies = "Riverton Council\nHilltop School"
    ) =>
        StartAsync(
            host,
            [
                ("Input.Kind", nameof(EvaluationKind.SingleWave)),
                ("Input.Survey", survey),
                ("Input.Agencies", agencies),
                .. Day("Input.OpensOn", Today(host)),
                .. Day("Input.ClosesOn", Today(host).AddDays(days)),
                .. openLink ? [("Input.HasOpenLink", "true")] : Array.Empty<(string, string)>(),
            ],
            mailbox,
            name
        );

    /// <summary>Three stages around a course ten days from now.</summary>
    public static Task<SurveyWalk> StartThreeAsync(
        WaymarkHost host,
        string mailbox = "dai.probert",
        string name = "Autumn course"
    ) =>
        StartAsync(
            host,
            [
                ("Input.Kind", nameof(EvaluationKind.ThreeStage)),
                ("Input.Survey", "workforce-bridge-2014"),
                .. Day("Input.OpensOn", Today(host)),
                .. Day("Input.CourseOn", Today(host).AddDays(10)),
            ],
            mailbox,
            name
        );

    private static async Task<SurveyWalk> StartAsync(
        WaymarkHost host,
        IEnumerable<(string, string)> typed,
        string mailbox,
        string name
    )
    {
        var lead = await host.SignInAsync(mailbox);
        var started = await (await lead.GetAsync("/surveys/start")).SubmitAsync(
            lead,
            "#main-content form",
            [("Input.Name", name), .. typed]
        );
        Assert.True(started.Errors.Count == 0, string.Join("; ", started.Errors));
        return new(host, lead, Guid.Parse(started.RedirectedTo!.Split('/')[2]));
    }

    /// <summary>Puts people on the list.</summary>
    public async Task InviteAsync(params IEnumerable<string> rows)
    {
        var looked = await (await Lead.GetAsync($"/surveys/{Id}/people")).SubmitAsync(
            Lead,
            "#main-content form",
            ("_list", string.Join('\n', rows))
        );
        Assert.Equal("Check the list", looked.Heading);
        var added = await looked.SubmitAsync(Lead, "#main-content form");
        Assert.Equal($"/surveys/{Id}?done=invited", added.RedirectedTo);
    }

    public Task<VisitedPage> OverviewAsync() => Lead.GetAsync($"/surveys/{Id}");

    /// <summary>The path of the open link, as the overview shows it.</summary>
    public async Task<string> OpenLinkAsync()
    {
        var words = (await OverviewAsync()).Words;
        return words[words.IndexOf("/surveys/answer/", StringComparison.Ordinal)..].Split(' ')[0];
    }

    public async Task CloseAsync(WaveStage stage)
    {
        var closed = await (await Lead.GetAsync($"/surveys/{Id}/close/{stage}")).SubmitAsync(
            Lead,
            "#main-content form"
        );
        Assert.Equal($"/surveys/{Id}?done=closed", closed.RedirectedTo);
    }

    /// <summary>Has the service go its round.</summary>
    public static Task RoundAsync(WaymarkHost host) =>
        host
            .Services.GetRequiredService<WaveRounds>()
            .GoAsync(TestContext.Current.CancellationToken);

    /// <summary>Has the service go its round and takes the letters, of which there are so many.</summary>
    public static async Task<IReadOnlyList<(string To, string Subject, string Link)>> LettersAsync(
        WaymarkHost host,
        int expected
    )
    {
        await RoundAsync(host);
        var letters = TakeLetters(host);
        Assert.Equal(expected, letters.Count);
        return letters;
    }

    /// <summary>The letters since the last look: the address and the path of the link.</summary>
    public static IReadOnlyList<(string To, string Subject, string Link)> TakeLetters(
        WaymarkHost host
    )
    {
        var folder = Path.Combine(host.Folder, "mail");
        if (!Directory.Exists(folder))
        {
            return [];
        }
        List<(string, string, string)> letters = [];
        foreach (var file in Directory.GetFiles(folder, "*.eml"))
        {
            using var message = MimeMessage.Load(file);
            letters.Add(
                (
                    ((MailboxAddress)message.To[0]).Address,
                    message.Subject ?? "",
                    Link().Match(message.TextBody ?? "").Groups[1].Value
                )
            );
            File.Delete(file);
        }
        return letters;
    }

    /// <summary>Answers a survey from its link to the end, a choice made by chance at each question; gives the last page.</summary>
    public static async Task<VisitedPage> AnswerAsync(
        WaymarkHost host,
        string link,
        Random random,
        string? code = null
    )
    {
        using var visitor = host.NewVisitor();
        var page = await visitor.GetAsync(link);
        if (page.Document.QuerySelector("[name=Code]") is not null)
        {
            page = await page.SubmitAsync(visitor, "#main-content form", ("Code", code ?? ""));
        }
        return await ToTheEndAsync(visitor, page, random);
    }

    /// <summary>From a page of the survey to the end.</summary>
    public static async Task<VisitedPage> ToTheEndAsync(
        Visitor visitor,
        VisitedPage page,
        Random random
    )
    {
        for (
            var steps = 0;
            steps < 200 && page.Document.QuerySelector("#main-content form") is not null;
            steps++
        )
        {
            if (page.Document.QuerySelector($"[name={AnswerSurveyPage.SendField}]") is not null)
            {
                page = await SendAsync(visitor, page, (AnswerSurveyPage.SendField, "1"));
                break;
            }
            var options = page
                .Document.QuerySelectorAll("#main-content form input[type=radio]")
                .ToList();
            var choice =
                options.Count > 0 && random.Next(10) > 0
                    ? options[random.Next(options.Count)]
                    : null;
            page = await SendAsync(
                visitor,
                page,
                choice is null
                    ? []
                    : [(choice.GetAttribute("name")!, choice.GetAttribute("value")!)]
            );
        }
        return page;
    }

    /// <summary>Sends the page's form as its main button does: without the fields of the other buttons.</summary>
    public static Task<VisitedPage> SendAsync(
        Visitor visitor,
        VisitedPage page,
        params IEnumerable<(string Name, string Value)> typed
    ) => page.SubmitAsync(visitor, "#main-content form", typed);

    private static IEnumerable<(string, string)> Day(string name, DateOnly day) =>
        [
            ($"{name}.DayOfMonth", $"{day.Day}"),
            ($"{name}.Month", $"{day.Month}"),
            ($"{name}.Year", $"{day.Year}"),
        ];

    [GeneratedRegex(@"http://localhost(/surveys/answer/\S+)")]
    private static partial Regex Link();
}
