using System.Net;
using Microsoft.EntityFrameworkCore;
using Waymark.Data;
using Waymark.Features.Accounts;
using Waymark.Features.Accounts.Forgotten;
using Waymark.Tests.Host;
using Xunit;

namespace Waymark.Tests.Features.Accounts.Forgotten;

/// <summary>A new password by a letter's link, asked for by its person or made by an administrator.</summary>
public sealed class ForgottenTests(WaymarkHost host) : IClassFixture<WaymarkHost>
{
    private const string New = "lantern gravel tuesday";
    private const string Old = Waymark.Features.Demo.DemoData.Password;

    [Fact]
    public async Task Ask_ByTheAccountsPerson_BringsALinkThatSetsThePasswordOnce()
    {
        await host.AddPersonAsync("forgets", AgencyKind.Council, [Roles.Practitioner]);
        using var visitor = host.NewVisitor();

        var asked = await AskAsync(visitor, " Forgets@demo.example ");
        var link = (await LettersAsync("forgets", 1)).Single();
        var page = await visitor.GetAsync(link);
        var set = await page.SubmitAsync(visitor, "main form", ("NewPassword", New));
        var again = await visitor.GetAsync(link);

        Assert.Equal("Look at your e-mail", asked.Heading);
        Assert.Equal("no-referrer", page.Response.Headers.GetValues("Referrer-Policy").Single());
        Assert.Equal("Your new password is set", set.Heading);
        Assert.Equal(HttpStatusCode.NotFound, again.Status);
        Assert.True((await visitor.GetAsync("/concerns")).RedirectedTo?.Contains("sign-in"));
        Assert.Equal(HttpStatusCode.BadRequest, (await SignInAsync("forgets", Old)).Status);
        Assert.Equal("/concerns", (await SignInAsync("forgets", New)).RedirectedTo);
        Assert.Equal(
            [EventKinds.PasswordLinkMade, EventKinds.PasswordReset],
            (await EventsAsync("forgets")).Where(k =>
                k.StartsWith("password-", StringComparison.Ordinal)
            )
        );
    }

    [Fact]
    public async Task Ask_AddressOfNobody_GetsTheSameAnswerAndNoLetter()
    {
        await host.AddPersonAsync("somebody", AgencyKind.Council, [Roles.Practitioner]);
        using var visitor = host.NewVisitor();

        var nobody = await AskAsync(visitor, "nobody@demo.example");
        var somebody = await AskAsync(visitor, "somebody@demo.example");
        await LettersAsync("somebody", 1);

        Assert.Equal(somebody.Words, nobody.Words);
        Assert.Equal(somebody.Status, nobody.Status);
        Assert.Empty(Letters("nobody"));
    }

    [Fact]
    public async Task Ask_AgainWithinFiveMinutes_SendsNoSecondLetter()
    {
        await host.AddPersonAsync("impatient", AgencyKind.Council, [Roles.Practitioner]);
        using var visitor = host.NewVisitor();

        await AskAsync(visitor, "impatient@demo.example");
        await LettersAsync("impatient", 1);
        await AskAsync(visitor, "impatient@demo.example");
        host.Pass(PasswordLetters.Pause + TimeSpan.FromSeconds(1));
        await AskAsync(visitor, "impatient@demo.example");

        Assert.Equal(2, (await LettersAsync("impatient", 2)).Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no address")]
    public async Task Ask_WhatIsNoAddress_IsToldWhatToDo(string typed)
    {
        using var visitor = host.NewVisitor();

        var page = await AskAsync(visitor, typed);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("Enter the e-mail address", page.Errors.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_TooOldAlteredOrOfASuspendedPerson_GetsOneAnswer()
    {
        await host.AddPersonAsync("slow", AgencyKind.Council, [Roles.Practitioner]);
        await host.AddPersonAsync("gone", AgencyKind.Council, [Roles.Practitioner]);
        using var visitor = host.NewVisitor();
        await AskAsync(visitor, "slow@demo.example");
        await AskAsync(visitor, "gone@demo.example");
        var slow = (await LettersAsync("slow", 1)).Single();
        var gone = (await LettersAsync("gone", 1)).Single();
        await host.ReadAsync(
            AgencyKind.Council,
            db =>
                db.Users.Where(p => p.Email == "gone@demo.example")
                    .ExecuteUpdateAsync(set =>
                        set.SetProperty(p => p.SuspendedAt, host.Clock.GetUtcNow())
                    )
        );

        var suspended = await visitor.GetAsync(gone);
        var altered = await visitor.GetAsync(slow[..^3] + "AAA");
        host.Pass(PasswordLink.Lifetime);
        var late = await visitor.GetAsync(slow);

        Assert.All(
            [suspended, altered, late],
            page =>
            {
                Assert.Equal(HttpStatusCode.NotFound, page.Status);
                Assert.Equal(late.Words, page.Words);
            }
        );
    }

    [Fact]
    public async Task Set_PasswordThatIsTriedFirst_IsRefusedAndTheLinkStillWorks()
    {
        await host.AddPersonAsync("simple", AgencyKind.Council, [Roles.Practitioner]);
        using var visitor = host.NewVisitor();
        await AskAsync(visitor, "simple@demo.example");
        var link = (await LettersAsync("simple", 1)).Single();

        var refused = await (await visitor.GetAsync(link)).SubmitAsync(
            visitor,
            "main form",
            ("NewPassword", "Password1234")
        );
        var set = await refused.SubmitAsync(visitor, "main form", ("NewPassword", New));

        Assert.Contains("tried first", refused.Errors.Single(), StringComparison.Ordinal);
        Assert.Equal("Your new password is set", set.Heading);
    }

    [Fact]
    public async Task Administrator_MakesALink_ALetterBringsItAndTheLogSaysWho()
    {
        await host.AddPersonAsync("helped", AgencyKind.Council, [Roles.Practitioner]);
        using var admin = await host.SignInAsync("ines.duarte");

        var made = await (await admin.GetAsync(await AddressAsync(host, "helped"))).SubmitAsync(
            admin,
            "form[action*='handler=password']"
        );

        Assert.Contains("A letter with a link is on its way", made.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("/accounts/new-password/", made.Html, StringComparison.Ordinal);
        Assert.Single(await LettersAsync("helped", 1));
        Assert.Contains(EventKinds.PasswordLinkMade, await EventsAsync("helped"));
    }

    [Fact]
    public async Task Administrator_MakesALinkForASuspendedPerson_IsRefused()
    {
        await host.AddPersonAsync("left", AgencyKind.Council, [Roles.Practitioner]);
        using var admin = await host.SignInAsync("ines.duarte");
        var page = await admin.GetAsync(await AddressAsync(host, "left"));
        await page.SubmitAsync(admin, "form[action*='handler=suspend']");

        var refused = await page.SubmitAsync(admin, "form[action*='handler=password']");

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("suspended", refused.Errors.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutAMailServer_ThePageSendsToTheAdministratorWhoIsShownTheLink()
    {
        using var silent = new SilentHost();
        using var admin = await silent.SignInAsync("ines.duarte");
        using var visitor = silent.NewVisitor();

        var page = await visitor.GetAsync("/accounts/forgotten");
        var made = await (
            await admin.GetAsync(await AddressAsync(silent, "priya.nair"))
        ).SubmitAsync(admin, "form[action*='handler=password']");
        var link = new Uri(made.Document.QuerySelector(".wm-key")!.TextContent.Trim());

        Assert.Contains("administrator", page.Words, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("main form"));
        Assert.Equal("Set a new password", (await visitor.GetAsync(link.PathAndQuery)).Heading);
    }

    [Theory]
    [InlineData(true, false, false, true)]
    [InlineData(true, true, false, true)]
    [InlineData(false, false, false, true)]
    [InlineData(false, true, false, false)]
    [InlineData(true, false, true, false)]
    public void IsFor_WhoeverHasAPasswordOrNothingElse(
        bool hasPassword,
        bool hasProvider,
        bool isSuspended,
        bool isFor
    ) =>
        Assert.Equal(
            isFor,
            PasswordLink.IsFor(
                new()
                {
                    AgencyId = Guid.Empty,
                    DisplayName = "",
                    JobTitle = "",
                    PasswordHash = hasPassword ? "hash" : null,
                    SuspendedAt = isSuspended ? DateTimeOffset.UnixEpoch : null,
                },
                hasProvider
            )
        );

    private static async Task<VisitedPage> AskAsync(Visitor visitor, string email) =>
        await (await visitor.GetAsync("/accounts/forgotten")).SubmitAsync(
            visitor,
            "main form",
            ("Email", email)
        );

    private async Task<VisitedPage> SignInAsync(string mailbox, string password)
    {
        using var visitor = host.NewVisitor();
        return await (await visitor.GetAsync("/accounts/sign-in")).SubmitAsync(
            visitor,
            "form:has([name=Password])",
            ("Email", mailbox + "@demo.example"),
            ("Password", password)
        );
    }

    /// <summary>The links in the letters to somebody, once there are as many: they leave after the page has answered.</summary>
    private async Task<IReadOnlyList<string>> LettersAsync(string mailbox, int count)
    {
        using CancellationTokenSource patience = new(TimeSpan.FromMinutes(1));
        while (Letters(mailbox).Count < count)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), patience.Token);
        }
        return Letters(mailbox);
    }

    private IReadOnlyList<string> Letters(string mailbox)
    {
        var folder = new DirectoryInfo(Path.Combine(host.Folder, "mail"));
        return
        [
            .. (folder.Exists ? folder.GetFiles("*.eml") : [])
                .Select(file => MimeKit.MimeMessage.Load(file.FullName))
                .Where(letter => letter.To.Mailboxes.Single().Address == mailbox + "@demo.example")
                .Select(letter =>
                    new Uri(
                        letter
                            .TextBody!.Split('\n')
                            .Single(line => line.Contains("/accounts/new-password/"))
                            .Trim()
                    ).PathAndQuery
                ),
        ];
    }

    private Task<List<string>> EventsAsync(string mailbox) =>
        host.ReadAsync(
            AgencyKind.Council,
            async db =>
            {
                var person = await db.Users.SingleAsync(u => u.Email == mailbox + "@demo.example");
                return await db
                    .Events.Where(e => e.SubjectId == person.Id)
                    .OrderBy(e => e.Id)
                    .Select(e => e.Kind)
                    .ToListAsync();
            }
        );

    private static Task<string> AddressAsync(WaymarkHost of, string mailbox) =>
        of.ReadAsync(
            null,
            async db =>
                "/people/"
                + (await db.Users.SingleAsync(u => u.Email == mailbox + "@demo.example")).Id
        );
}
