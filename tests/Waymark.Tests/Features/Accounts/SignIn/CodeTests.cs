using System.Net;
using Microsoft.EntityFrameworkCore;
using Waymark.Data;
using Waymark.Features.Accounts;
using Waymark.Features.Accounts.SignIn;
using Waymark.Features.Accounts.Ways;
using Waymark.Tests.Host;
using Xunit;

namespace Waymark.Tests.Features.Accounts.SignIn;

/// <summary>A password and then a code.</summary>
public sealed class CodeTests(SecondWayHost host) : IClassFixture<SecondWayHost>
{
    [Fact]
    public async Task Post_RightPassword_AsksForTheCodeAndLetsNobodyInYet()
    {
        await host.AddWithAppAsync("code.asked");
        using var visitor = host.NewVisitor();

        var page = await SecondWayHost.PasswordAsync(visitor, "code.asked");

        Assert.Equal("Enter your code", page.Heading);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync("/concerns")).Status);
    }

    [Fact]
    public async Task Post_RightCode_EntersAndIsInTheLog()
    {
        var secret = await host.AddWithAppAsync("code.right");

        using var visitor = await host.SignInWithAppAsync("code.right", secret);

        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/concerns")).Status);
        Assert.Equal([EventKinds.SignedIn], await host.KindsAsync("code.right"));
    }

    [Fact]
    public async Task Post_CodeThatWasTaken_IsRefused()
    {
        var secret = await host.AddWithAppAsync("code.twice");
        var code = host.NextCode(secret);
        using var first = host.NewVisitor();
        using var second = host.NewVisitor();
        await (await SecondWayHost.PasswordAsync(first, "code.twice")).SubmitAsync(
            first,
            "form:has([name=Code])",
            ("Code", code)
        );

        var again = await (await SecondWayHost.PasswordAsync(second, "code.twice")).SubmitAsync(
            second,
            "form:has([name=Code])",
            ("Code", code)
        );

        Assert.Equal(HttpStatusCode.BadRequest, again.Status);
        Assert.Equal(
            ["That code is not right, or it was used before. Wait for the next code and enter it"],
            again.Errors
        );
    }

    [Fact]
    public async Task Post_CodeMoreThanTenMinutesAfterThePassword_StartsAgain()
    {
        var secret = await host.AddWithAppAsync("code.late");
        using var visitor = host.NewVisitor();
        var page = await SecondWayHost.PasswordAsync(visitor, "code.late");
        host.Clock.Advance(TimeSpan.FromMinutes(11));

        var late = await page.SubmitAsync(
            visitor,
            "form:has([name=Code])",
            ("Code", host.NextCode(secret))
        );

        Assert.Equal(["That took longer than ten minutes. Sign in again."], late.Errors);
    }

    [Fact]
    public async Task Post_TenWrongCodesWithTheRightPasswordBetween_NoCodeIsTakenForFiveMinutes()
    {
        var secret = await host.AddWithAppAsync("code.locked");
        using var visitor = host.NewVisitor();
        VisitedPage page;
        var tries = 0;
        do
        {
            page = await SecondWayHost.PasswordAsync(visitor, "code.locked");
            if (page.Heading != "Enter your code")
            {
                break;
            }
            page = await page.SubmitAsync(visitor, "form:has([name=Code])", ("Code", "000000"));
            tries++;
        } while (page.Heading == "Enter your code" && tries < 20);

        Assert.InRange(tries, 1, Attempts.Most);
        Assert.Contains(
            "takes none for five minutes",
            page.Errors.Single(),
            StringComparison.Ordinal
        );
        host.Clock.Advance(Attempts.Pause);
        using var entered = await host.SignInWithAppAsync("code.locked", secret);
        Assert.Equal(HttpStatusCode.OK, (await entered.GetAsync("/concerns")).Status);
    }

    [Fact]
    public async Task Post_RecoveryCode_EntersOnceAndIsCounted()
    {
        await host.AddWithAppAsync("code.recovery");
        var codes = await AddRecoveryCodesAsync("code.recovery");
        using var visitor = host.NewVisitor();

        var entered = await (
            await SecondWayHost.PasswordAsync(visitor, "code.recovery")
        ).SubmitAsync(visitor, "form:has([name=Code])", ("Code", codes[3].ToUpperInvariant()));
        var ways = await visitor.GetAsync("/accounts/ways");
        using var other = host.NewVisitor();
        var again = await (await SecondWayHost.PasswordAsync(other, "code.recovery")).SubmitAsync(
            other,
            "form:has([name=Code])",
            ("Code", codes[3])
        );

        Assert.Equal(HttpStatusCode.Redirect, entered.Status);
        Assert.Contains("9 left", ways.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, again.Status);
        Assert.Contains(EventKinds.RecoveryCodeUsed, await host.KindsAsync("code.recovery"));
    }

    [Fact]
    public async Task Post_WhatWasTypedBeforeTheSignInRanOut_ComesThroughTheCodeToo()
    {
        var secret = await host.AddWithAppAsync("code.held");
        using var visitor = await host.SignInWithAppAsync("code.held", secret);
        var start = await visitor.GetAsync("/concerns/start");
        host.Clock.Advance(TimeSpan.FromMinutes(61));
        var sent = await start.SubmitAsync(
            visitor,
            "main form",
            ("Worry", "A worry typed for an hour"),
            ("ChildReference", "HELD-1"),
            ("Age", "14")
        );
        Assert.Equal(HttpStatusCode.TemporaryRedirect, sent.Status);
        var held = await visitor.PostAsync(
            sent.RedirectedTo!,
            start.Fields(
                "main form",
                ("Worry", "A worry typed for an hour"),
                ("ChildReference", "HELD-1"),
                ("Age", "14")
            )
        );

        var code = await held.SubmitAsync(
            visitor,
            "form:has([name=Password])",
            ("Email", "code.held@demo.example"),
            ("Password", Waymark.Features.Demo.DemoData.Password)
        );
        var resumed = await code.SubmitAsync(
            visitor,
            "form:has([name=Code])",
            ("Code", host.NextCode(secret))
        );

        Assert.Equal("You are signed in", resumed.Heading);
        var saved = await resumed.SubmitAsync(visitor, "main form");
        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        Assert.True(
            await host.AsPersonAsync(
                "code.held",
                async db =>
                    (await db.Concerns.ToListAsync()).Exists(c =>
                        c.Worry == "A worry typed for an hour"
                    )
            )
        );
    }

    [Fact]
    public async Task Post_PasswordAloneWhereASecondWayIsDemanded_OpensNothingButSettingItUp()
    {
        await host.AddPersonAsync("code.none", AgencyKind.Council, [Roles.Practitioner]);
        using var visitor = host.NewVisitor();

        var entered = await SecondWayHost.PasswordAsync(visitor, "code.none");
        var records = await visitor.GetAsync("/concerns");
        var ways = await visitor.GetAsync("/accounts/ways");

        Assert.Equal("/accounts/ways?returnTo=%2Fconcerns", entered.RedirectedTo);
        Assert.Equal("/accounts/ways", records.RedirectedTo);
        Assert.Contains("Everyone here needs a second way", ways.Words, StringComparison.Ordinal);
    }

    private Task<IReadOnlyList<string>> AddRecoveryCodesAsync(string mailbox) =>
        host.ReadAsync(
            AgencyKind.Council,
            async db =>
            {
                var codes = RecoveryCodes.New();
                db.RecoveryCodes.AddRange(
                    RecoveryCodes.Rows(await SecondWayHost.PersonAsync(db, mailbox), codes)
                );
                await db.SaveChangesAsync();
                return codes;
            }
        );
}
