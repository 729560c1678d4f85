using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Waymark.Data;
using Waymark.Features.Accounts;
using Waymark.Tests.Host;
using Xunit;

namespace Waymark.Tests.Features.Accounts.Ways;

public sealed class CodeAppPageTests(SecondWayHost host) : IClassFixture<SecondWayHost>
{
    [Fact]
    public async Task Post_FirstCodeOfTheApp_SetsItUpShowsTenCodesOnceAndOpensTheRecords()
    {
        await host.AddPersonAsync("app.first", AgencyKind.Council, [Roles.Practitioner]);
        using var visitor = host.NewVisitor();
        await SecondWayHost.PasswordAsync(visitor, "app.first");

        var page = await visitor.GetAsync("/accounts/ways/code-app");
        var secret = Key(page);
        var codes = await page.SubmitAsync(visitor, "main form", ("Code", host.NextCode(secret)));

        Assert.Equal("Your recovery codes", codes.Heading);
        Assert.Equal(10, codes.Document.QuerySelectorAll(".wm-codes li").Length);
        Assert.True(codes.Response.Headers.CacheControl!.NoStore);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/concerns")).Status);
        Assert.DoesNotContain(
            codes.Document.QuerySelector(".wm-codes li")!.TextContent,
            (await visitor.GetAsync("/accounts/ways")).Html,
            StringComparison.Ordinal
        );
        Assert.Equal(
            [EventKinds.SignedIn, EventKinds.CodeAppAdded, EventKinds.RecoveryCodesMade],
            await host.KindsAsync("app.first")
        );
        using var again = await host.SignInWithAppAsync("app.first", secret);
    }

    [Fact]
    public async Task Get_Page_DrawsTheCodeInThePageItselfWithItsWordsBeside()
    {
        await host.AddPersonAsync("app.drawn", AgencyKind.Council, [Roles.Practitioner]);
        using var visitor = host.NewVisitor();
        await SecondWayHost.PasswordAsync(visitor, "app.drawn");

        var page = await visitor.GetAsync("/accounts/ways/code-app");

        Assert.NotNull(page.Document.QuerySelector("main svg[role=img][aria-label]"));
        Assert.Null(page.Document.QuerySelector("main img"));
        Assert.Equal(32, Key(page).Length);
        Assert.Contains("Nothing is uploaded", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_WrongCode_KeepsTheKeyAndStoresNothing()
    {
        await host.AddPersonAsync("app.wrong", AgencyKind.Council, [Roles.Practitioner]);
        using var visitor = host.NewVisitor();
        await SecondWayHost.PasswordAsync(visitor, "app.wrong");
        var page = await visitor.GetAsync("/accounts/ways/code-app");

        var refused = await page.SubmitAsync(visitor, "main form", ("Code", "12"));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(Key(page), Key(refused));
        Assert.Empty(
            await host.ReadAsync(
                AgencyKind.Council,
                async db =>
                {
                    var id = (await SecondWayHost.PersonAsync(db, "app.wrong")).Id;
                    return await db.CodeApps.Where(a => a.PersonId == id).ToListAsync();
                }
            )
        );
    }

    [Fact]
    public async Task Post_SetUpOfAnotherPerson_IsRefused()
    {
        await host.AddPersonAsync("app.mine", AgencyKind.Council, [Roles.Practitioner]);
        await host.AddPersonAsync("app.theirs", AgencyKind.Council, [Roles.Practitioner]);
        using var mine = host.NewVisitor();
        using var theirs = host.NewVisitor();
        await SecondWayHost.PasswordAsync(mine, "app.mine");
        await SecondWayHost.PasswordAsync(theirs, "app.theirs");
        var page = await mine.GetAsync("/accounts/ways/code-app");
        var other = await theirs.GetAsync("/accounts/ways/code-app");

        var refused = await other.SubmitAsync(
            theirs,
            "main form",
            ("_set-up", page.Document.QuerySelector("[name=_set-up]")!.GetAttribute("value")!),
            ("Code", host.NextCode(Key(page)))
        );

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
    }

    [Fact]
    public async Task Post_RemoveTheOnlySecondWay_IsRefusedWhereItIsDemanded()
    {
        var secret = await host.AddWithAppAsync("app.last");
        using var visitor = await host.SignInWithAppAsync("app.last", secret);
        var page = await visitor.GetAsync("/accounts/ways/code-app/remove");

        var refused = await page.SubmitAsync(visitor, "main form");

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("Add a passkey first", refused.Errors.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_MoreThanTenMinutesAfterTheSignIn_AsksWhoTheyAreAndLetsThemOnWithACode()
    {
        var secret = await host.AddWithAppAsync("app.confirm");
        using var visitor = await host.SignInWithAppAsync("app.confirm", secret);
        host.Clock.Advance(TimeSpan.FromMinutes(10));

        var sent = await visitor.GetAsync("/accounts/ways/recovery-codes");
        var confirm = await visitor.GetAsync(sent.RedirectedTo!);
        var wrong = await confirm.SubmitAsync(
            visitor,
            "form:has([name=Proof])",
            ("Proof", Waymark.Features.Demo.DemoData.Password)
        );
        var right = await wrong.SubmitAsync(
            visitor,
            "form:has([name=Proof])",
            ("Proof", host.NextCode(secret))
        );

        Assert.Equal("Confirm it is you", confirm.Heading);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.Equal("/accounts/ways/recovery-codes", right.RedirectedTo);
        Assert.Equal(
            HttpStatusCode.OK,
            (await visitor.GetAsync("/accounts/ways/recovery-codes")).Status
        );
        Assert.Contains(EventKinds.SignInConfirmed, await host.KindsAsync("app.confirm"));
    }

    [Fact]
    public async Task Post_NewPassword_EndsOtherSessionsWithinAMinuteAndKeepsThisOne()
    {
        var secret = await host.AddWithAppAsync("app.password");
        using var here = await host.SignInWithAppAsync("app.password", secret);
        using var there = await host.SignInWithAppAsync("app.password", secret);
        var page = await here.GetAsync("/accounts/ways/password");

        var saved = await page.SubmitAsync(
            here,
            "main form",
            ("NewPassword", "lantern gravel tuesday")
        );
        host.Clock.Advance(AccountsServices.SessionLook + TimeSpan.FromSeconds(1));

        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/concerns")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await there.GetAsync("/concerns")).Status);
        using var again = host.NewVisitor();
        var code = await SecondWayHost.PasswordAsync(
            again,
            "app.password",
            "lantern gravel tuesday"
        );
        Assert.Equal("Enter your code", code.Heading);
    }

    [Fact]
    public async Task Database_SecretOfACodeApp_CannotBeReadInIt()
    {
        var secret = await host.AddWithAppAsync("app.sealed");

        var stored = await host.ReadAsync(
            AgencyKind.Council,
            db => db.CodeApps.Select(a => EF.Property<byte[]>(a, "SecretSealed")).ToListAsync()
        );

        Assert.All(
            stored,
            bytes =>
                Assert.DoesNotContain(
                    secret,
                    Encoding.Latin1.GetString(bytes),
                    StringComparison.Ordinal
                )
        );
    }

    private static string Key(VisitedPage page) =>
        page
            .Document.QuerySelector(".wm-key")!
            .TextContent.Replace(" ", "", StringComparison.Ordinal);
}
