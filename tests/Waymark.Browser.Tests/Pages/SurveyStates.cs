using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Waymark.Features.Accounts;
using Waymark.Features.Surveys;
using Waymark.Features.Surveys.Keys;
using Waymark.Tests.Features.Surveys.Export;
using Waymark.Tests.Features.Surveys.Walk;

namespace Waymark.Browser.Tests.Pages;

/// <summary>The states of the pages on which a survey is run and answered, in an agency that has no other surveys.</summary>
internal sealed record SurveyStates(
    Guid Open,
    Guid Three,
    Guid Closed,
    Guid Ended,
    Guid KeyGone,
    string OwnCode,
    string Link,
    string ManagerLink,
    string OneCase
)
{
    private const string Lena = "lena.osei";
    private const string Bridge = "workforce-bridge-2014";

    internal static IEnumerable<PageState> All =>
        [
            At("survey-list", _ => "/surveys"),
            At("survey-start", _ => "/surveys/start"),
            Pressed("survey-start-wrong", _ => "/surveys/start", "Start the survey"),
            Pressed(
                "survey-start-agencies-wrong",
                _ => "/surveys/start",
                "Start the survey",
                async page =>
                {
                    await page.FillAsync("[name='Input.Name']", "One case");
                    await page.CheckAsync("[name='Input.Survey'][value=vignette-rating]");
                    await page.FillAsync("[name='Input.Agencies']", "Heron Council");
                }
            ),
            At("survey-open", states => $"/surveys/{states.Open}"),
            At("survey-three-stages", states => $"/surveys/{states.Three}"),
            At("survey-closed", states => $"/surveys/{states.Closed}"),
            At("survey-ended", states => $"/surveys/{states.Ended}"),
            At("survey-key-gone", states => $"/surveys/{states.KeyGone}"),
            At("survey-people", states => $"/surveys/{states.Three}/people"),
            Pressed(
                "survey-people-wrong",
                states => $"/surveys/{states.Three}/people",
                "Look at the list",
                page => page.FillAsync("[name=_list]", "Name,Email\nAnn,nobody\nBea\n")
            ),
            Pressed(
                "survey-people-check",
                states => $"/surveys/{states.Three}/people",
                "Look at the list",
                page =>
                    page.FillAsync(
                        "[name=_list]",
                        "Name,Email,Manager email\nAnn,ann@heron.example,max@heron.example\nBea,bea@heron.example,\n"
                    )
            ),
            At("survey-file", states => $"/surveys/{states.Three}/people/file"),
            Pressed(
                "survey-file-none",
                states => $"/surveys/{states.Three}/people/file",
                "Look at the list"
            ),
            Pressed(
                "survey-file-wrong-rows",
                states => $"/surveys/{states.Three}/people/file",
                "Look at the list",
                page => ChooseAsync(page, "Name,Email\nAnn,nobody\nBea\n")
            ),
            Pressed(
                "survey-file-check",
                states => $"/surveys/{states.Three}/people/file",
                "Look at the list",
                page => ChooseAsync(page, "Name,Email\nAnn,ann@heron.example\n")
            ),
            Pressed(
                "survey-file-too-large",
                states => $"/surveys/{states.Three}/people/file",
                "Look at the list",
                page => ChooseAsync(page, new string('a', 700_000))
            ),
            At("survey-letters", states => $"/surveys/{states.Three}/letters"),
            Pressed(
                "survey-letters-none-chosen",
                states => $"/surveys/{states.Three}/letters",
                "Take them off the list"
            ),
            At("survey-sectors", states => $"/surveys/{states.Open}/sectors"),
            Pressed(
                "survey-sectors-wrong",
                states => $"/surveys/{states.Open}/sectors",
                "Save",
                page => page.FillAsync("[name=Sector-health]", "many")
            ),
            At("survey-close", states => $"/surveys/{states.Open}/close/Only"),
            At("survey-end", states => $"/surveys/{states.Closed}/end"),
            At("survey-erase", states => $"/surveys/{states.Open}/erase"),
            Pressed("survey-erase-wrong", states => $"/surveys/{states.Open}/erase", "Erase it"),
            Anyone("survey-link", states => states.Link),
            Anyone("survey-link-manager", states => states.ManagerLink),
            Anyone("survey-link-does-not-work", states => states.Link[..^2] + "xx"),
            Anyone("survey-own-code", states => states.OwnCode),
            Anyone(
                "survey-own-code-wrong",
                states => states.OwnCode,
                async page =>
                {
                    await page.FillAsync("[name=Code]", "aaaaaaa");
                    await PageState.PressAsync(page, "Continue");
                }
            ),
            Anyone(
                "survey-question",
                states => states.Link,
                page => PageState.PressAsync(page, "Start")
            ),
            Anyone(
                "survey-question-scale",
                states => states.Link,
                async page =>
                {
                    await PageState.PressAsync(page, "Start");
                    while (!await page.GetByText("How confident are you in").First.IsVisibleAsync())
                    {
                        await PageState.PressAsync(page, "Continue");
                    }
                }
            ),
            Anyone(
                "survey-question-refused",
                states => states.Link,
                async page =>
                {
                    await PageState.PressAsync(page, "Start");
                    await page.EvaluateAsync(
                        "() => { const r = document.querySelector('main input[type=radio]'); r.value = 'circus'; r.checked = true }"
                    );
                    await PageState.PressAsync(page, "Continue");
                }
            ),
            Anyone(
                "survey-question-agency",
                states => states.OneCase,
                async page =>
                {
                    await PageState.PressAsync(page, "Continue");
                    await PageState.PressAsync(page, "Start");
                }
            ),
            Anyone("survey-check-answers", states => states.Link, CheckAsync),
            Anyone(
                "survey-sent",
                states => states.OwnCode,
                async page =>
                {
                    await PageState.PressAsync(page, "Continue");
                    await CheckAsync(page);
                    await PageState.PressAsync(page, "Send my answers");
                }
            ),
        ];

    /// <summary>Lays the surveys down.</summary>
    internal static async Task<SurveyStates> PrepareAsync(Stage stage)
    {
        await stage.AddPersonAsync(Lena, AgencyKind.School, [Roles.TrainingLead]);
        var open = await SurveyWalk.StartOnceAsync(
            stage,
            openLink: true,
            mailbox: Lena,
            name: "One evening"
        );
        var three = await SurveyWalk.StartThreeAsync(stage, Lena, "Spring course");
        await three.InviteAsync(
            "Email,Manager email",
            "p1@heron.example,m1@heron.example",
            "gone@heron.example,m2@heron.example"
        );
        var link = (await SurveyWalk.LettersAsync(stage, 2))
            .Single(letter => letter.To == "p1@heron.example")
            .Link;
        await RefuseAsync(stage, three.Id);
        var closed = await StoredSurvey.AddAsync(
            stage,
            Lena,
            (WaveStage.Before, Bridge, 30, true),
            (WaveStage.StraightAfter, Bridge, 24, true)
        );
        var keys = stage.Services.GetRequiredService<SurveyKeys>();
        keys.Make(closed);
        var ended = await SurveyWalk.StartOnceAsync(stage, mailbox: Lena, name: "Long ago");
        await ended.CloseAsync(WaveStage.Only);
        await (await ended.Lead.GetAsync($"/surveys/{ended.Id}/end")).SubmitAsync(
            ended.Lead,
            "#main-content form"
        );
        var oneCase = await SurveyWalk.StartOnceAsync(
            stage,
            "vignette-rating",
            openLink: true,
            mailbox: Lena,
            name: "One case",
            agencies: "Heron Council\nKestrel School\nLapwing Hospital"
        );
        var keyGone = await SurveyWalk.StartOnceAsync(stage, mailbox: Lena, name: "A key less");
        keys.Destroy(keyGone.Id);
        return new(
            open.Id,
            three.Id,
            closed,
            ended.Id,
            keyGone.Id,
            await open.OpenLinkAsync(),
            link,
            await ManagerLinkAsync(stage),
            await oneCase.OpenLinkAsync()
        );
    }

    /// <summary>As if the mail server had not taken the letter to one of them.</summary>
    private static Task<int> RefuseAsync(Stage stage, Guid evaluation) =>
        stage.ReadAsync(
            AgencyKind.School,
            async db =>
            {
                var gone = (
                    await db.Invitees.Where(i => i.EvaluationId == evaluation).ToListAsync()
                )
                    .Single(i => i.Email == "gone@heron.example")
                    .Id;
                return await db
                    .Invitations.Where(i => i.InviteeId == gone && i.InvitedOn != null)
                    .ExecuteUpdateAsync(set =>
                        set.SetProperty(i => i.RefusedOn, i => i.InvitedOn)
                            .SetProperty(i => i.InvitedOn, (DateOnly?)null)
                    );
            }
        );

    /// <summary>The link of a manager, in a survey whose last stage is open: laid down as the course had been six weeks ago.</summary>
    private static async Task<string> ManagerLinkAsync(Stage stage)
    {
        var walk = await SurveyWalk.StartThreeAsync(stage, Lena, "Winter course");
        var today = SurveyWalk.Today(stage);
        await stage.ReadAsync(
            AgencyKind.School,
            db =>
                db.Waves.Where(w => w.EvaluationId == walk.Id && w.Stage == WaveStage.FollowUp)
                    .ExecuteUpdateAsync(set =>
                        set.SetProperty(w => w.OpensOn, today)
                            .SetProperty(w => w.ClosesOn, today.AddDays(14))
                    )
        );
        await walk.InviteAsync("p3@heron.example,m3@heron.example");
        return (await SurveyWalk.LettersAsync(stage, 3))
            .Single(letter => letter.To == "m3@heron.example")
            .Link;
    }

    private static Task ChooseAsync(IPage page, string list) =>
        page.SetInputFilesAsync(
            "[type=file]",
            new FilePayload
            {
                Name = "attendance.csv",
                MimeType = "text/csv",
                Buffer = System.Text.Encoding.UTF8.GetBytes(list),
            }
        );

    private static async Task CheckAsync(IPage page)
    {
        await PageState.PressAsync(page, "Start");
        while (!await page.GetByText("Nothing was sent yet").IsVisibleAsync())
        {
            await PageState.PressAsync(page, "Continue");
        }
    }

    private static PageState At(string name, Func<SurveyStates, string> address) =>
        new(name, Lena, async (stage, page) => await page.GotoAsync(address(stage.Surveys)));

    private static PageState Pressed(
        string name,
        Func<SurveyStates, string> address,
        string button,
        Func<IPage, Task>? first = null
    ) =>
        new(
            name,
            Lena,
            async (stage, page) =>
            {
                await page.GotoAsync(address(stage.Surveys));
                await (first?.Invoke(page) ?? Task.CompletedTask);
                await PageState.PressAsync(page, button);
            }
        );

    private static PageState Anyone(
        string name,
        Func<SurveyStates, string> link,
        Func<IPage, Task>? then = null
    ) =>
        new(
            name,
            null,
            async (stage, page) =>
            {
                await page.GotoAsync(link(stage.Surveys));
                await (then?.Invoke(page) ?? Task.CompletedTask);
            }
        );
}
