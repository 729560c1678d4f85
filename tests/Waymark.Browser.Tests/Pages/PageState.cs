using Microsoft.Playwright;

namespace Waymark.Browser.Tests.Pages;

/// <summary>A state that a page can be in, and the way there.</summary>
/// <param name="Name">Its name: that of its approved file.</param>
/// <param name="Mailbox">Who is signed in, or null for nobody.</param>
/// <param name="ReachAsync">The way there.</param>
internal sealed partial record PageState(
    string Name,
    string? Mailbox,
    Func<Stage, IPage, Task> ReachAsync
)
{
    private const string Megan = "megan.hughes";

    /// <summary>Every state.</summary>
    public static IReadOnlyList<PageState> All { get; } =
    [
        .. Public(),
        .. Records(),
        .. SafetyCheck(),
        .. Assessment(),
        .. Judgement(),
        .. Refused(),
        .. ExportStates.All,
        .. SurveyStates.All,
        .. InsightStates.All,
        .. Access(),
        .. Accounts(),
        .. Away(),
    ];

    private static IEnumerable<PageState> Public() =>
        [
            At("home", null, _ => "/"),
            At("home-signed-in", Megan, _ => "/"),
            At("sign-in", null, _ => "/accounts/sign-in"),
            new(
                "sign-in-wrong",
                null,
                async (_, page) =>
                {
                    await page.GotoAsync("/accounts/sign-in");
                    await page.FillAsync("[name=Email]", "nobody@demo.example");
                    await page.FillAsync("[name=Password]", "not the password");
                    await PressAsync(page, "Sign in");
                }
            ),
            At("who-to-call", null, _ => "/guidance/routes"),
            At("images", null, _ => "/guidance/images"),
            At("the-2014-study", null, _ => "/guidance/the-2014-study"),
            At("not-found", null, _ => "/no-such-page"),
            At("problem", null, _ => "/error"),
            At("settings", "ines.duarte", _ => "/settings"),
            new(
                "settings-saved",
                "ines.duarte",
                async (_, page) =>
                {
                    await page.GotoAsync("/settings");
                    await page.CheckAsync("[value=on]");
                    await PressAsync(page, "Save");
                }
            ),
        ];

    private static IEnumerable<PageState> Records() =>
        [
            At("records", Megan, _ => "/concerns"),
            At("start", Megan, _ => "/concerns/start"),
            new(
                "start-wrong",
                Megan,
                async (_, page) =>
                {
                    await page.GotoAsync("/concerns/start");
                    await PressAsync(page, "Start the safety check");
                }
            ),
            At("record-begun", Megan, stage => stage.Empty),
            At("record-whole", Megan, stage => stage.Whole),
            At("record-two-answers", Megan, stage => stage.TwoAnswers),
            At("history", Megan, stage => stage.Whole + "/history"),
        ];

    private static IEnumerable<PageState> SafetyCheck() =>
        [
            At("open-check", null, _ => "/safety-check"),
            new(
                "open-check-refused",
                null,
                async (_, page) =>
                {
                    await page.GotoAsync("/safety-check");
                    await page.CheckAsync("#a1");
                    await page.FillAsync("[name='value:a1.note']", "https://i.imgur.com/abc.png");
                    await PressAsync(page, "Continue");
                }
            ),
            new("open-sheet", null, async (_, page) => await OpenSheetAsync(page)),
            new(
                "keep",
                Megan,
                async (_, page) =>
                {
                    await OpenSheetAsync(page);
                    await PressAsync(page, "Sign in to keep this");
                }
            ),
            At("question", Megan, stage => stage.Empty + "/safety-check/page.a2"),
            At("question-answered", Megan, stage => stage.Whole + "/safety-check/page.a6"),
            new(
                "question-refused",
                Megan,
                async (stage, page) =>
                {
                    await page.GotoAsync(stage.Tried + "/safety-check/page.a3");
                    await page.CheckAsync("#a3");
                    await page.FillAsync("[name='value:a3.note']", "https://i.imgur.com/abc.png");
                    await PressAsync(page, "Save and continue");
                }
            ),
            At("act-now-unanswered", Megan, stage => stage.Empty + "/act-now"),
            At("act-now", Megan, stage => stage.Whole + "/act-now"),
            new(
                "act-now-wrong-time",
                Megan,
                async (stage, page) =>
                {
                    await page.GotoAsync(stage.Whole + "/act-now");
                    await page.GetByText("Mark as done").First.ClickAsync();
                    await page.Locator("[name=Time]").First.FillAsync("half past");
                    await PressAsync(page, "Save");
                }
            ),
            At("two-answers", Megan, stage => stage.TwoAnswers + "/two-answers"),
            At("two-answers-none", Megan, stage => stage.Empty + "/two-answers"),
        ];

    private static IEnumerable<PageState> Assessment() =>
        [
            At("assessment-not-started", Megan, stage => stage.Empty + "/assessment"),
            At("assessment", Megan, stage => stage.Whole + "/assessment"),
            At("factors", Megan, stage => stage.Whole + "/assessment/page.b-what"),
            At("factors-in-care", Megan, stage => stage.Whole + "/assessment/page.e-care"),
            At("voice", Megan, stage => stage.Whole + "/assessment/page.voice"),
            new(
                "factors-wrong-date",
                Megan,
                async (stage, page) =>
                {
                    await page.GotoAsync(stage.Tried + "/assessment/page.b-what");
                    await page.FillAsync("[name='day:b1.date']", "31");
                    await page.FillAsync("[name='month:b1.date']", "2");
                    await page.FillAsync("[name='year:b1.date']", "2026");
                    await PressAsync(page, "Save and continue");
                }
            ),
            At("check-answers", Megan, stage => stage.Whole + "/assessment/check-answers"),
        ];

    private static IEnumerable<PageState> Judgement() =>
        [
            At("formulation-empty", Megan, stage => stage.Empty + "/formulation"),
            At("formulation", Megan, stage => stage.Whole + "/formulation"),
            At("formulation-answers-changed", Megan, stage => stage.Changed + "/formulation"),
            new(
                "formulation-refused",
                Megan,
                async (stage, page) =>
                {
                    await page.GotoAsync(stage.Empty + "/formulation");
                    await page.FillAsync("[name=WhatIsHappening]", "https://i.imgur.com/abc.png");
                    await PressAsync(page, "Save the formulation");
                }
            ),
            At("formulation-two-versions", Megan, stage => stage.TwoVersions + "/formulation"),
            At("decision-empty", Megan, stage => stage.Empty + "/decision"),
            At("decision", Megan, stage => stage.Whole + "/decision"),
            .. new[] { "Refer", "DoNotRefer", "Consult" }.Select(kind => new PageState(
                $"decision-{kind}-incomplete",
                Megan,
                async (stage, page) =>
                {
                    await page.GotoAsync(stage.Empty + "/decision");
                    await page.CheckAsync($"[value={kind}]");
                    await PressAsync(page, "Save the decision");
                }
            )),
            At("referral", Megan, stage => stage.Whole + "/decision/document"),
        ];

    /// <summary>What a person sees whose sign-in ran out while they typed.</summary>
    private static IEnumerable<PageState> Refused() =>
        [
            new("signed-out-held", Megan, HeldAsync),
            new(
                "signed-out-resume",
                Megan,
                async (stage, page) =>
                {
                    await HeldAsync(stage, page);
                    await page.FillAsync("[name=Email]", "megan.hughes@demo.example");
                    await page.FillAsync(
                        "[name=Password]",
                        Waymark.Features.Demo.DemoData.Password
                    );
                    await PressAsync(page, "Sign in");
                }
            ),
        ];

    private static PageState At(string name, string? mailbox, Func<Stage, string> path) =>
        new(name, mailbox, async (stage, page) => await page.GotoAsync(path(stage)));

    private static async Task HeldAsync(Stage stage, IPage page)
    {
        await page.GotoAsync(stage.Empty + "/decision");
        await page.Context.ClearCookiesAsync();
        await page.FillAsync("[name=Reasons]", "Typed before the sign-in ran out.");
        await PressAsync(page, "Save the decision");
    }

    private static async Task OpenSheetAsync(IPage page)
    {
        await page.GotoAsync("/safety-check");
        for (var question = 1; question <= 8; question++)
        {
            await page.CheckAsync($"#a{question}");
            await PressAsync(page, question == 8 ? "See what to do" : "Continue");
        }
    }

    internal static async Task PressAsync(IPage page, string button)
    {
        var pressed = page.Locator("main")
            .GetByRole(AriaRole.Button, new() { Name = button, Exact = true })
            .Locator("visible=true")
            .First;
        var loaded = new TaskCompletionSource();
        page.Load += (_, _) => loaded.TrySetResult();
        await pressed.ClickAsync();
        await loaded.Task.WaitAsync(TimeSpan.FromMinutes(1));
    }
}
