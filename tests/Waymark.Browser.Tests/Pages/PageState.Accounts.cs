using Microsoft.Playwright;

namespace Waymark.Browser.Tests.Pages;

/// <summary>Joining, signing in, a person's own ways to sign in, and what an administrator does with accounts.</summary>
internal sealed partial record PageState
{
    private const string NewPassword = "lantern gravel tuesday";

    private static IEnumerable<PageState> Accounts() =>
        [
            new("sign-in-code", null, (_, page) => PasswordAsync(page)),
            new(
                "sign-in-code-wrong",
                null,
                async (_, page) =>
                {
                    await PasswordAsync(page);
                    await page.FillAsync("[name=Code]", "000000");
                    await PressAsync(page, "Go on");
                }
            ),
            At("join", null, stage => stage.JoinLink),
            Pressed("join-weak", null, stage => stage.JoinLink, "Set up my account"),
            At("join-dead", null, _ => "/accounts/join/nothing"),
            At("forgotten", null, _ => "/accounts/forgotten"),
            Pressed("forgotten-wrong", null, _ => "/accounts/forgotten", "Send the link"),
            Pressed(
                "forgotten-asked",
                null,
                _ => "/accounts/forgotten",
                "Send the link",
                page => page.FillAsync("[name=Email]", "nobody@demo.example")
            ),
            At("new-password", null, stage => stage.PasswordLink),
            Pressed(
                "new-password-common",
                null,
                stage => stage.PasswordLink,
                "Set the password",
                page => page.FillAsync("[name=NewPassword]", "Password1234")
            ),
            Pressed(
                "new-password-set",
                null,
                stage => stage.UsedPasswordLink,
                "Set the password",
                page => page.FillAsync("[name=NewPassword]", NewPassword)
            ),
            At("new-password-dead", null, _ => "/accounts/new-password/nothing"),
            At("signed-in-elsewhere", Stage.Plain, _ => "/accounts/signed-in"),
            At("ways", Stage.Plain, _ => "/accounts/ways"),
            At("ways-password", Stage.Plain, _ => "/accounts/ways/password"),
            Pressed(
                "ways-password-weak",
                Stage.Plain,
                _ => "/accounts/ways/password",
                "Save the password"
            ),
            At("ways-code-app", Stage.Plain, _ => "/accounts/ways/code-app"),
            new("ways-with-code-app", null, (_, page) => WithAppAsync(page, "/accounts/ways")),
            new(
                "ways-code-app-remove",
                null,
                (_, page) => WithAppAsync(page, "/accounts/ways/code-app/remove")
            ),
            new(
                "ways-recovery-codes",
                null,
                (_, page) => WithAppAsync(page, "/accounts/ways/recovery-codes")
            ),
            new(
                "ways-recovery-codes-new",
                null,
                async (_, page) =>
                {
                    await WithAppAsync(page, "/accounts/ways/recovery-codes");
                    await PressAsync(page, "Make new codes");
                }
            ),
            Pressed(
                "ways-code-app-wrong",
                Stage.Plain,
                _ => "/accounts/ways/code-app",
                "Save the code app",
                page => page.FillAsync("[name=Code]", "000000")
            ),
            At("ways-passkey-add", Stage.Plain, _ => "/accounts/ways/passkeys/add"),
            At("ways-confirm", Stage.Plain, _ => "/accounts/confirm?returnTo=/accounts/ways"),
            Pressed(
                "ways-confirm-wrong",
                Stage.Plain,
                _ => "/accounts/confirm?returnTo=/accounts/ways",
                "Go on",
                page => page.FillAsync("[name=Proof]", "not the password")
            ),
            At("ways-sessions", Stage.SignedInTwice, _ => "/accounts/ways/sessions"),
            At("people", Stage.Keeper, _ => "/people"),
            At("person", Stage.Keeper, stage => $"/people/{stage.Colleague}"),
            Pressed(
                "person-no-role",
                Stage.Keeper,
                stage => $"/people/{stage.Colleague}",
                "Save the roles",
                async page =>
                {
                    foreach (var box in await page.Locator("[name=Chosen]:checked").AllAsync())
                    {
                        await box.UncheckAsync();
                    }
                }
            ),
            Pressed(
                "person-link-sent",
                Stage.Keeper,
                stage => $"/people/{stage.Colleague}",
                "Make a link for a new password"
            ),
            Pressed(
                "person-signed-out",
                Stage.Keeper,
                stage => $"/people/{stage.Colleague}",
                "Sign them out everywhere"
            ),
            At("person-suspended", Stage.Keeper, stage => $"/people/{stage.Leaver}"),
            At("person-records", Stage.Keeper, stage => $"/people/{stage.Leaver}/records"),
            Pressed(
                "person-records-wrong",
                Stage.Keeper,
                stage => $"/people/{stage.Leaver}/records",
                "Pass the records on"
            ),
            At("invite", Stage.Keeper, _ => "/people/invite"),
            Pressed("invite-wrong", Stage.Keeper, _ => "/people/invite", "Make the invitation"),
            Pressed(
                "invite-sent",
                Ines,
                _ => "/people/invite",
                "Make the invitation",
                async page =>
                {
                    await page.FillAsync("[name=Email]", "joins@council.example");
                    await page.FillAsync("[name=Name]", "Someone New");
                    await page.FillAsync("[name=JobTitle]", "Social worker");
                    await page.CheckAsync("[value=Practitioner]");
                }
            ),
        ];

    private static async Task PasswordAsync(IPage page)
    {
        await page.GotoAsync("/accounts/sign-in");
        await page.FillAsync("[name=Email]", Stage.WithApp + "@demo.example");
        await page.FillAsync("[name=Password]", Waymark.Features.Demo.DemoData.Password);
        await PressAsync(page, "Sign in");
    }

    /// <summary>By the demo's one click: the code of an app is not at hand.</summary>
    private static async Task WithAppAsync(IPage page, string address)
    {
        await page.GotoAsync("/accounts/sign-in");
        await PressAsync(page, $"{Stage.WithApp}, person of the tests");
        await page.GotoAsync(address);
    }

    private static PageState Pressed(
        string name,
        string? mailbox,
        Func<Stage, string> address,
        string button,
        Func<IPage, Task>? first = null
    ) =>
        new(
            name,
            mailbox,
            async (stage, page) =>
            {
                await page.GotoAsync(address(stage));
                await (first?.Invoke(page) ?? Task.CompletedTask);
                await PressAsync(page, button);
            }
        );
}
