using System.Net;
using Waymark.Features.Accounts;
using Waymark.Features.Accounts.SignIn;
using Waymark.Tests.Features.Accounts.External;
using Waymark.Tests.Host;
using Xunit;

namespace Waymark.Tests.Features.Accounts.SignIn;

/// <summary>What was typed when a session ended, brought back after a sign-in in another tab.</summary>
public sealed class ResumeTests(ProviderHost host) : IClassFixture<ProviderHost>
{
    private const string Typed = "Long thought before the session ended";

    [Fact]
    public async Task Resume_AfterSigningInInAnotherTab_OffersWhatWasTypedAndSavesIt()
    {
        var secret = await host.AddWithAppAsync("types");
        using var visitor = await host.SignInWithAppAsync("types", secret);
        var held = await HeldAsync(visitor);
        // The other tab: the same browser.
        await EnterCodeAsync(visitor, "types", secret);

        var resumed = await held.SubmitAsync(visitor, "form[action='/accounts/resume']");
        var saved = await resumed.SubmitAsync(visitor, "main form");

        Assert.Equal("You are signed in", resumed.Heading);
        Assert.Equal(HttpStatusCode.BadRequest, saved.Status);
        Assert.Contains(Typed, saved.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Resume_AfterTheAgencysOwnSignIn_OffersWhatWasTyped()
    {
        (string, string)[] claims =
        [
            ("sub", "provides"),
            ("email", "provides@council.example"),
            ("tenant", "tenant-of-the-council"),
            ("groups", "group-social-work"),
        ];
        using var visitor = host.NewVisitor();
        await host.ComeBackAsync(visitor, "council", claims);
        var held = await HeldAsync(visitor);
        await host.ComeBackAsync(visitor, "council", claims);

        var resumed = await held.SubmitAsync(visitor, "form[action='/accounts/resume']");
        var saved = await resumed.SubmitAsync(visitor, "main form");

        Assert.Contains(Typed, saved.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Resume_NotSignedInYet_AsksAgainAndKeepsWhatWasTyped()
    {
        var secret = await host.AddWithAppAsync("forgets");
        using var visitor = await host.SignInWithAppAsync("forgets", secret);
        var held = await HeldAsync(visitor);

        var asked = await held.SubmitAsync(visitor, "form[action='/accounts/resume']");
        var code = await asked.SubmitAsync(
            visitor,
            "form:has([name=Password])",
            ("Email", "forgets@demo.example"),
            ("Password", Waymark.Features.Demo.DemoData.Password)
        );
        var resumed = await code.SubmitAsync(
            visitor,
            "form:has([name=Code])",
            ("Code", host.NextCode(secret))
        );
        var saved = await resumed.SubmitAsync(visitor, "main form");

        Assert.Equal(HttpStatusCode.Unauthorized, asked.Status);
        Assert.DoesNotContain(Typed, asked.Html, StringComparison.Ordinal);
        Assert.Contains(Typed, saved.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Resume_ByAPersonWhoMustSetUpASecondWay_BringsWhatWasTypedThereFirst()
    {
        var secret = await host.AddWithAppAsync("sets-up");
        await host.AddPersonAsync("has-none", AgencyKind.Council, [Roles.Practitioner]);
        using var visitor = await host.SignInWithAppAsync("sets-up", secret);
        var held = await HeldAsync(visitor);
        await SecondWayHost.PasswordAsync(visitor, "has-none");

        var resumed = await held.SubmitAsync(visitor, "form[action='/accounts/resume']");

        Assert.Equal("One thing first", resumed.Heading);
        Assert.DoesNotContain(Typed, resumed.Html, StringComparison.Ordinal);
        var setUp = await resumed.SubmitAsync(visitor, "main form");
        Assert.Equal(HttpStatusCode.OK, setUp.Status);
        Assert.NotEmpty(setUp.Document.QuerySelector("[name=_held]")!.GetAttribute("value")!);
    }

    [Fact]
    public async Task Resume_MoreThanADayLater_HoldsNothingAnyMore()
    {
        var secret = await host.AddWithAppAsync("is-late");
        using var visitor = await host.SignInWithAppAsync("is-late", secret);
        var held = await HeldAsync(visitor);
        host.Clock.Advance(HeldPost.Lifetime);
        await EnterCodeAsync(visitor, "is-late", secret);

        var resumed = await held.SubmitAsync(visitor, "form[action='/accounts/resume']");

        Assert.Equal("/", resumed.RedirectedTo);
    }

    [Fact]
    public async Task Resume_FromAnotherSite_IsRefused()
    {
        var secret = await host.AddWithAppAsync("is-lured");
        using var visitor = await host.SignInWithAppAsync("is-lured", secret);
        var held = await HeldAsync(visitor);
        await EnterCodeAsync(visitor, "is-lured", secret);

        var refused = await visitor.PostAsync(
            "/accounts/resume",
            held.Fields("form[action='/accounts/resume']"),
            new Dictionary<string, string> { ["Origin"] = "https://elsewhere.example" }
        );

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.DoesNotContain(Typed, refused.Html, StringComparison.Ordinal);
    }

    /// <summary>Types a worry, without a child's reference, into a session that has ended; what the browser then shows.</summary>
    private async Task<VisitedPage> HeldAsync(Visitor visitor)
    {
        var page = await visitor.GetAsync("/concerns/start");
        var fields = page.Fields("main form", ("Worry", Typed));
        host.Clock.Advance(TimeSpan.FromMinutes(61));
        var challenged = await visitor.PostAsync("/concerns/start", fields);
        Assert.Equal(HttpStatusCode.TemporaryRedirect, challenged.Status);
        var held = await visitor.PostAsync(challenged.RedirectedTo!, fields);
        Assert.DoesNotContain(Typed, held.Html, StringComparison.Ordinal);
        return held;
    }

    private async Task EnterCodeAsync(Visitor visitor, string mailbox, string secret)
    {
        var entered = await (await SecondWayHost.PasswordAsync(visitor, mailbox)).SubmitAsync(
            visitor,
            "form:has([name=Code])",
            ("Code", host.NextCode(secret))
        );
        Assert.Equal(HttpStatusCode.Redirect, entered.Status);
    }
}
