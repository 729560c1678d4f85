using System.Net;
using Microsoft.EntityFrameworkCore;
using Waymark.Data;
using Waymark.Features.Accounts;
using Waymark.Features.Accounts.People;
using Waymark.Tests.Host;
using Xunit;

namespace Waymark.Tests.Features.Accounts.People;

/// <summary>Joiners, movers and leavers, by an administrator of the demo's council.</summary>
public sealed class PeopleTests(WaymarkHost host) : IClassFixture<WaymarkHost>
{
    private const string Administrator = "ines.duarte";

    [Fact]
    public async Task Invite_ThenJoin_MakesTheAccountWithItsRolesAndTheLinkWorksOnce()
    {
        using var admin = await host.SignInAsync(Administrator);
        var link = await InviteAsync(admin, "joins@council.example");
        using var joiner = host.NewVisitor();

        var page = await joiner.GetAsync(link);
        var entered = await page.SubmitAsync(
            joiner,
            "main form",
            ("Password", "lantern gravel tuesday")
        );
        using var other = host.NewVisitor();
        var again = await other.GetAsync(link);

        Assert.Equal("Set up your account", page.Heading);
        Assert.Equal("/", entered.RedirectedTo);
        Assert.Equal(HttpStatusCode.OK, (await joiner.GetAsync("/concerns")).Status);
        Assert.Equal(HttpStatusCode.NotFound, again.Status);
        Assert.Equal("This link does not work", again.Heading);
        var kinds = await host.ReadAsync(
            AgencyKind.Council,
            db => db.Events.Select(e => e.Kind).ToListAsync()
        );
        Assert.Contains(EventKinds.AccountInvited, kinds);
        Assert.Contains(EventKinds.AccountJoined, kinds);
    }

    [Fact]
    public async Task Join_AfterSevenDays_GetsTheAnswerOfAnyLinkThatDoesNotWork()
    {
        using var admin = await host.SignInAsync(Administrator);
        var link = await InviteAsync(admin, "late@council.example");
        host.Pass(AccountInvitation.Lifetime);
        using var visitor = host.NewVisitor();

        var late = await visitor.GetAsync(link);
        var altered = await visitor.GetAsync(link[..^2] + "AA");
        var nonsense = await visitor.GetAsync("/accounts/join/nonsense");

        Assert.Equal(HttpStatusCode.NotFound, late.Status);
        Assert.Equal(late.Words, altered.Words);
        Assert.Equal(late.Words, nonsense.Words);
    }

    [Fact]
    public async Task Withdraw_Invitation_EndsItsLink()
    {
        using var admin = await host.SignInAsync(Administrator);
        var link = await InviteAsync(admin, "withdrawn@council.example");
        var list = await admin.GetAsync("/people");
        var id = await host.ReadAsync(
            AgencyKind.Council,
            async db =>
                (await db.AccountInvitations.ToListAsync())
                    .Single(i => i.Email == "withdrawn@council.example")
                    .Id
        );

        await list.SubmitAsync(
            admin,
            "form[action*='handler=withdraw']",
            ("InvitationId", id.ToString())
        );

        using var visitor = host.NewVisitor();
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(link)).Status);
    }

    [Fact]
    public async Task Invite_AddressThatHasAnAccount_IsRefused()
    {
        using var admin = await host.SignInAsync(Administrator);
        var page = await admin.GetAsync("/people/invite");

        var refused = await page.SubmitAsync(
            admin,
            "main form",
            ("Email", "tom.beckett@demo.example"),
            ("Name", "Tom"),
            ("JobTitle", "Teacher"),
            ("Chosen", Roles.Practitioner)
        );

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("There is an account", refused.Errors.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Suspend_Person_EndsTheirSessionWithinAMinuteAndKeepsThemOut()
    {
        await host.AddPersonAsync("suspended", AgencyKind.Council, [Roles.Practitioner]);
        using var admin = await host.SignInAsync(Administrator);
        using var person = await host.SignInAsync("suspended");
        var page = await admin.GetAsync(await AddressAsync("suspended"));

        await page.SubmitAsync(admin, "form[action*='handler=suspend']");
        host.Clock.Advance(AccountsServices.SessionLook + TimeSpan.FromSeconds(1));

        Assert.Equal(HttpStatusCode.Redirect, (await person.GetAsync("/concerns")).Status);
        using var again = host.NewVisitor();
        var refused = await (await again.GetAsync("/accounts/sign-in")).SubmitAsync(
            again,
            "form:has([name=Password])",
            ("Email", "suspended@demo.example"),
            ("Password", Waymark.Features.Demo.DemoData.Password)
        );
        Assert.Contains("lets nobody in", refused.Errors.Single(), StringComparison.Ordinal);

        await (await admin.GetAsync(await AddressAsync("suspended"))).SubmitAsync(
            admin,
            "form[action*='handler=restore']"
        );
        using var restored = await host.SignInAsync("suspended");
    }

    [Fact]
    public async Task Roles_OfAPerson_AreTheirsWithinAMinute()
    {
        await host.AddPersonAsync("moves", AgencyKind.Council, [Roles.Practitioner]);
        using var admin = await host.SignInAsync(Administrator);
        using var person = await host.SignInAsync("moves");
        var page = await admin.GetAsync(await AddressAsync("moves"));

        await page.SubmitAsync(
            admin,
            "form[action*='handler=roles']",
            ("Chosen", Roles.Supervisor)
        );
        host.Clock.Advance(AccountsServices.SessionLook + TimeSpan.FromSeconds(1));

        Assert.Equal(HttpStatusCode.OK, (await person.GetAsync("/openings")).Status);
    }

    [Theory]
    [InlineData("suspend")]
    [InlineData("roles")]
    public async Task LastAdministrator_SuspendedOrWithoutTheRole_IsRefused(string handler)
    {
        using var admin = await host.SignInAsync(Administrator);
        var page = await admin.GetAsync(await AddressAsync(Administrator));

        var refused = await page.SubmitAsync(
            admin,
            $"form[action*='handler={handler}']",
            ("Chosen", Roles.Practitioner)
        );

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("last administrator", refused.Errors.Single(), StringComparison.Ordinal);
    }

    private async Task<string> InviteAsync(Visitor admin, string email)
    {
        var made = await (await admin.GetAsync("/people/invite")).SubmitAsync(
            admin,
            "main form",
            ("Email", email),
            ("Name", "Someone New"),
            ("JobTitle", "Social worker"),
            ("Chosen", Roles.Practitioner)
        );
        Assert.Equal("The invitation is sent", made.Heading);
        Assert.DoesNotContain("/accounts/join/", made.Html, StringComparison.Ordinal);
        return LinkTo(email);
    }

    /// <summary>The link in the letter to an address.</summary>
    private string LinkTo(string email)
    {
        var letter = new DirectoryInfo(Path.Combine(host.Folder, "mail"))
            .GetFiles("*.eml")
            .Select(file => MimeKit.MimeMessage.Load(file.FullName))
            .Single(m => m.To.Mailboxes.Single().Address == email);
        Assert.Equal("Set up your Waymark account", letter.Subject);
        return new Uri(
            letter.TextBody!.Split('\n').Single(l => l.Contains("/accounts/join/")).Trim()
        ).PathAndQuery;
    }

    [Fact]
    public async Task Invite_WithoutAMailServer_ShowsTheLinkOnce()
    {
        using var silent = new SilentHost();
        using var admin = await silent.SignInAsync(Administrator);

        var made = await (await admin.GetAsync("/people/invite")).SubmitAsync(
            admin,
            "main form",
            ("Email", "by-hand@council.example"),
            ("Name", "Someone New"),
            ("JobTitle", "Social worker"),
            ("Chosen", Roles.Practitioner)
        );

        var link = new Uri(made.Document.QuerySelector(".wm-key")!.TextContent.Trim());
        using var joiner = silent.NewVisitor();
        Assert.Equal("The invitation is made", made.Heading);
        Assert.Equal("Set up your account", (await joiner.GetAsync(link.PathAndQuery)).Heading);
    }

    private Task<string> AddressAsync(string mailbox) =>
        host.ReadAsync(
            null,
            async db =>
                "/people/"
                + (await db.Users.SingleAsync(u => u.Email == mailbox + "@demo.example")).Id
        );
}
