using System.Net;
using Microsoft.EntityFrameworkCore;
using Waymark.Data;
using Waymark.Features.Accounts;
using Waymark.Features.Accounts.SignIn;
using Waymark.Tests.Host;
using Xunit;

namespace Waymark.Tests.Features.Accounts.SignIn;

/// <summary>Where a person is signed in: seen by them, ended by them, by an administrator, and by signing out.</summary>
public sealed class SessionsTests(WaymarkHost host) : IClassFixture<WaymarkHost>
{
    private static readonly TimeSpan s_aMinute =
        AccountsServices.SessionLook + TimeSpan.FromSeconds(1);

    [Fact]
    public async Task SignOut_WithACopyOfTheCookieElsewhere_EndsItWithinAMinute()
    {
        await host.AddPersonAsync("copied", AgencyKind.Council, [Roles.Practitioner]);
        using var visitor = host.NewVisitor();
        var cookie = await SignInAsync(visitor, "copied");
        using var thief = new Visitor(
            host.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false })
        );
        thief.Client.DefaultRequestHeaders.Add("Cookie", cookie);
        Assert.Equal(HttpStatusCode.OK, (await thief.GetAsync("/concerns")).Status);

        await (await visitor.GetAsync("/concerns")).SubmitAsync(
            visitor,
            "form[action='/accounts/sign-out']"
        );
        host.Clock.Advance(s_aMinute);

        Assert.Equal(HttpStatusCode.Redirect, (await thief.GetAsync("/concerns")).Status);
    }

    [Fact]
    public async Task List_SaysWhichIsHere_AndEndsTheOther()
    {
        await host.AddPersonAsync("twice", AgencyKind.Council, [Roles.Practitioner]);
        using var here = await host.SignInAsync("twice");
        host.Clock.Advance(TimeSpan.FromMinutes(5));
        using var elsewhere = await host.SignInAsync("twice");

        var list = await here.GetAsync("/accounts/ways/sessions");
        var ended = await list.SubmitAsync(here, "main form");
        host.Clock.Advance(s_aMinute);

        Assert.Equal(
            ["Elsewhere", "Here"],
            list.Document.QuerySelectorAll("main strong").Select(s => s.TextContent)
        );
        Assert.Equal("/accounts/ways/sessions?done=ended", ended.RedirectedTo);
        Assert.Equal(HttpStatusCode.Redirect, (await elsewhere.GetAsync("/concerns")).Status);
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/concerns")).Status);
        Assert.Contains(EventKinds.SessionsEnded, await KindsAsync("twice"));
    }

    [Fact]
    public async Task EndAllOthers_KeepsTheOneHere()
    {
        await host.AddPersonAsync("thrice", AgencyKind.Council, [Roles.Practitioner]);
        using var first = await host.SignInAsync("thrice");
        using var second = await host.SignInAsync("thrice");
        using var here = await host.SignInAsync("thrice");

        await (await here.GetAsync("/accounts/ways/sessions")).SubmitAsync(
            here,
            "main form:not(:has([name=sessionId]))"
        );
        host.Clock.Advance(s_aMinute);

        Assert.Equal(HttpStatusCode.Redirect, (await first.GetAsync("/concerns")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await second.GetAsync("/concerns")).Status);
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/concerns")).Status);
    }

    [Fact]
    public async Task End_SessionOfAnother_DoesNothing()
    {
        await host.AddPersonAsync("victim", AgencyKind.Council, [Roles.Practitioner]);
        using var victim = await host.SignInAsync("victim");
        var id = await host.ReadAsync(
            AgencyKind.Council,
            async db =>
            {
                var person = await db.Users.SingleAsync(u => u.Email == "victim@demo.example");
                return (await db.SignInSessions.SingleAsync(s => s.PersonId == person.Id)).Id;
            }
        );
        using var other = await host.SignInAsync("priya.nair");
        using var third = await host.SignInAsync("priya.nair");

        await (await other.GetAsync("/accounts/ways/sessions")).SubmitAsync(
            other,
            "main form",
            ("sessionId", id.ToString())
        );
        host.Clock.Advance(s_aMinute);

        Assert.Equal(HttpStatusCode.OK, (await victim.GetAsync("/concerns")).Status);
        Assert.Equal(HttpStatusCode.OK, (await third.GetAsync("/concerns")).Status);
    }

    [Fact]
    public async Task Administrator_SignsAPersonOut_EverywhereAndTheyMayComeBack()
    {
        await host.AddPersonAsync("laptop.lost", AgencyKind.Council, [Roles.Practitioner]);
        using var person = await host.SignInAsync("laptop.lost");
        using var admin = await host.SignInAsync("ines.duarte");
        var address = await host.ReadAsync(
            null,
            async db =>
                "/people/"
                + (await db.Users.SingleAsync(u => u.Email == "laptop.lost@demo.example")).Id
        );

        var done = await (await admin.GetAsync(address)).SubmitAsync(
            admin,
            "form[action*='handler=signout']"
        );
        host.Clock.Advance(s_aMinute);

        Assert.Contains(
            "signed out everywhere",
            (await admin.GetAsync(done.RedirectedTo!)).Words,
            StringComparison.Ordinal
        );
        Assert.Equal(HttpStatusCode.Redirect, (await person.GetAsync("/concerns")).Status);
        using var again = await host.SignInAsync("laptop.lost");
    }

    [Fact]
    public async Task SignIn_AfterAMonth_ClearsAwayWhatEndedLongAgo()
    {
        await host.AddPersonAsync("monthly", AgencyKind.Council, [Roles.Practitioner]);
        using var first = await host.SignInAsync("monthly");
        host.Pass(SignInSession.Kept + TimeSpan.FromMinutes(1));
        using var second = await host.SignInAsync("monthly");

        Assert.Equal(
            1,
            await host.ReadAsync(
                AgencyKind.Council,
                async db =>
                {
                    var person = await db.Users.SingleAsync(u => u.Email == "monthly@demo.example");
                    return await db.SignInSessions.CountAsync(s => s.PersonId == person.Id);
                }
            )
        );
    }

    /// <summary>Signs in, and tells the cookie that the browser got.</summary>
    private static async Task<string> SignInAsync(Visitor visitor, string mailbox)
    {
        var entered = await (await visitor.GetAsync("/accounts/sign-in")).SubmitAsync(
            visitor,
            "form:has([name=Password])",
            ("Email", $"{mailbox}@demo.example"),
            ("Password", Waymark.Features.Demo.DemoData.Password)
        );
        return string.Join(
            "; ",
            entered.Response.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0])
        );
    }

    private Task<List<string>> KindsAsync(string mailbox) =>
        host.ReadAsync(
            AgencyKind.Council,
            async db =>
            {
                var person = await db.Users.SingleAsync(u => u.Email == mailbox + "@demo.example");
                return await db
                    .Events.Where(e => e.SubjectId == person.Id)
                    .Select(e => e.Kind)
                    .ToListAsync();
            }
        );
}
