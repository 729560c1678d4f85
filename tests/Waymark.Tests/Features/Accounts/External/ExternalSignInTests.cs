using System.Net;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Waymark.Data;
using Waymark.Features.Accounts;
using Waymark.Tests.Host;
using Xunit;

namespace Waymark.Tests.Features.Accounts.External;

/// <summary>An agency's own sign-in, from Waymark's page to a provider by OpenIddict and back.</summary>
public sealed class ExternalSignInTests(ProviderHost host) : IClassFixture<ProviderHost>
{
    [Fact]
    public async Task SignIn_Start_AsksForACodeWithAProofKeyAndNothingElse()
    {
        using var visitor = host.NewVisitor();

        await host.AnswerAsync(visitor, "council", [("sub", "starts")]);

        var asked = host.Provider.Asked!;
        Assert.Equal("code", asked.ResponseType);
        Assert.Equal("S256", asked.CodeChallengeMethod);
        Assert.False(string.IsNullOrEmpty(asked.CodeChallenge));
        Assert.False(string.IsNullOrEmpty(asked.Nonce));
        Assert.Equal("openid profile email", asked.Scope);
        Assert.Equal("http://localhost/accounts/external/callback/council", asked.RedirectUri);
    }

    [Fact]
    public async Task SignIn_PersonWhomTheClaimsGiveAgencyAndRole_GetsAnAccountOfThatAgencyWithThoseRoles()
    {
        using var visitor = host.NewVisitor();

        var page = await host.ComeBackAsync(
            visitor,
            "council",
            ("sub", "joins"),
            ("email", "joins@council.example"),
            ("name", "Jo Ins"),
            ("job_title", "Social worker"),
            ("tenant", "tenant-of-the-school"),
            ("groups", "group-social-work"),
            ("groups", "group-of-another-program")
        );

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("/concerns", page.Response.RequestMessage!.RequestUri!.AbsolutePath);
        var person = await FindAsync("joins@council.example");
        Assert.Equal("Jo Ins", person!.DisplayName);
        Assert.Equal("Social worker", person.JobTitle);
        Assert.Null(person.PasswordHash);
        Assert.Equal("A School of the tests", await AgencyOfAsync(person));
        Assert.Equal([Roles.Practitioner], await RolesOfAsync(person));
        var kinds = await host.ReadAsync(
            AgencyKind.School,
            db =>
                db.Events.Where(e => e.SubjectId == person.Id)
                    .OrderBy(e => e.Number)
                    .Select(e => e.Kind)
                    .ToListAsync()
        );
        Assert.Equal(
            [EventKinds.AccountJoined, EventKinds.ProviderLinked, EventKinds.SignedIn],
            kinds
        );
    }

    [Fact]
    public async Task SignIn_RolesThatTheProviderChanged_CountFromThatSignInOn()
    {
        await InAsync("moves", ("groups", "group-social-work"));
        await InAsync("moves", ("groups", "group-leads"));

        Assert.Equal(
            [Roles.Supervisor],
            await RolesOfAsync((await FindAsync("moves@council.example"))!)
        );
        Assert.Equal(1, await host.ReadAsync(null, db => LoginsAsync(db, "moves")));
    }

    [Fact]
    public async Task SignIn_LinkedPersonUnderAnotherAddress_IsStillTheSamePerson()
    {
        await InAsync("renamed", ("groups", "group-social-work"));
        using var visitor = host.NewVisitor();

        await host.ComeBackAsync(
            visitor,
            "council",
            ("sub", "renamed"),
            ("email", "new-name@council.example"),
            ("tenant", "tenant-of-the-council"),
            ("groups", "group-social-work")
        );

        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/concerns")).Status);
        Assert.Null(await FindAsync("new-name@council.example"));
    }

    [Theory]
    [InlineData("//elsewhere.example/", "/concerns")]
    [InlineData("https://elsewhere.example/", "/concerns")]
    [InlineData("/guidance", "/guidance")]
    public async Task SignIn_AddressToReturnTo_IsFollowedWithinWaymarkOnly(
        string returnTo,
        string target
    )
    {
        using var visitor = host.NewVisitor();
        var back = await host.AnswerAsync(
            visitor,
            "council",
            Claims("returns", ("groups", "group-social-work")),
            returnTo
        );

        var page = await visitor.FollowAsync(back);

        Assert.Equal(target, page.Response.RequestMessage!.RequestUri!.PathAndQuery);
    }

    [Fact]
    public async Task SignIn_PersonWithoutARoleInTheClaims_IsRefusedAndToldWhomToAsk()
    {
        using var visitor = host.NewVisitor();

        var page = await host.ComeBackAsync(
            visitor,
            "council",
            Claims("no-role", ("groups", "group-of-another-program"))
        );

        await RefusedAsync(visitor, page, "gives you no role in Waymark");
        Assert.Contains("ask the council’s service desk", page.Words, StringComparison.Ordinal);
        Assert.Null(await FindAsync("no-role@council.example"));
    }

    [Fact]
    public async Task SignIn_AgencyThatTheRulesDoNotKnow_IsRefused()
    {
        using var visitor = host.NewVisitor();

        var page = await host.ComeBackAsync(
            visitor,
            "council",
            ("sub", "stranger"),
            ("email", "stranger@council.example"),
            ("tenant", "tenant-of-somebody-else"),
            ("groups", "group-leads")
        );

        await RefusedAsync(visitor, page, "does not know which agency you are of");
        Assert.Null(await FindAsync("stranger@council.example"));
    }

    [Fact]
    public async Task SignIn_AgencyThatWaymarkHasNot_IsRefused()
    {
        using var visitor = host.NewVisitor();

        var page = await host.ComeBackAsync(visitor, "away", ("sub", "away"));

        await RefusedAsync(visitor, page, "does not know which agency you are of");
    }

    [Fact]
    public async Task SignIn_PersonWhomTheProviderMovedToAnotherAgency_IsRefused()
    {
        await InAsync("crosses", ("groups", "group-social-work"));
        using var visitor = host.NewVisitor();

        var page = await host.ComeBackAsync(
            visitor,
            "council",
            ("sub", "crosses"),
            ("tenant", "tenant-of-the-school"),
            ("groups", "group-social-work")
        );

        await RefusedAsync(visitor, page, "is of another agency than your sign-in says");
    }

    [Fact]
    public async Task SignIn_UnknownPersonOfAProviderThatMakesNoAccounts_IsRefused()
    {
        using var visitor = host.NewVisitor();

        var page = await host.ComeBackAsync(
            visitor,
            "public",
            ("sub", "unknown"),
            ("email", "unknown@council.example"),
            ("email_verified", "true")
        );

        await RefusedAsync(visitor, page, "There is no Waymark account for you yet");
        Assert.Null(await FindAsync("unknown@council.example"));
    }

    [Fact]
    public async Task SignIn_SameAddressFromAnUntrustedProvider_IsNotLinkedAndTellsHowToLink()
    {
        await host.AddPersonAsync("has-account", AgencyKind.Council, [Roles.Practitioner]);
        using var visitor = host.NewVisitor();

        var page = await host.ComeBackAsync(
            visitor,
            "public",
            ("sub", "has-account"),
            ("email", "has-account@demo.example"),
            ("email_verified", "true")
        );

        await RefusedAsync(visitor, page, "it is not linked to this sign-in");
        Assert.Equal(0, await host.ReadAsync(null, db => LoginsAsync(db, "has-account")));
    }

    [Theory]
    [InlineData("true", 1)]
    [InlineData("false", 0)]
    public async Task SignIn_SameAddressFromATrustedProvider_IsLinkedOnlyWhereItIsVerified(
        string verified,
        int logins
    )
    {
        var mailbox = "trusted-" + verified;
        await host.AddPersonAsync(mailbox, AgencyKind.Council, [Roles.Practitioner]);
        using var visitor = host.NewVisitor();

        await host.ComeBackAsync(
            visitor,
            "council",
            ("sub", mailbox),
            ("email", mailbox + "@demo.example"),
            ("email_verified", verified),
            ("tenant", "tenant-of-the-council"),
            ("groups", "group-social-work")
        );

        Assert.Equal(logins, await host.ReadAsync(null, db => LoginsAsync(db, mailbox)));
        Assert.Equal(
            logins == 1 ? HttpStatusCode.OK : HttpStatusCode.Redirect,
            (await visitor.GetAsync("/concerns")).Status
        );
    }

    [Fact]
    public async Task SignIn_SuspendedPerson_IsRefused()
    {
        await InAsync("leaver", ("groups", "group-social-work"));
        await host.ReadAsync(
            null,
            async db =>
            {
                (await db.Users.SingleAsync(u => u.Email == "leaver@council.example")).SuspendedAt =
                    host.Clock.GetUtcNow();
                return await db.SaveChangesAsync();
            }
        );
        using var visitor = host.NewVisitor();

        var page = await host.ComeBackAsync(
            visitor,
            "council",
            Claims("leaver", ("groups", "group-social-work"))
        );

        await RefusedAsync(visitor, page, "Your account lets nobody in at present");
    }

    [Fact]
    public async Task SignIn_PersonSaysNoAtTheProvider_IsToldAndNotSignedIn()
    {
        using var visitor = host.NewVisitor();
        host.Provider.IsRefused = true;
        string back;
        try
        {
            back = await host.AnswerAsync(visitor, "council", []);
        }
        finally
        {
            host.Provider.IsRefused = false;
        }

        var page = await visitor.FollowAsync(back);

        Assert.Contains("error=access_denied", back, StringComparison.Ordinal);
        await RefusedAsync(visitor, page, "Your agency’s sign-in was not finished. Try again.");
    }

    [Theory]
    [InlineData("state")]
    [InlineData("code")]
    public async Task SignIn_AlteredAnswer_LetsNobodyIn(string part)
    {
        using var visitor = host.NewVisitor();
        var back = await host.AnswerAsync(
            visitor,
            "council",
            Claims("altered-" + part, ("groups", "group-social-work"))
        );
        var query = QueryHelpers.ParseQuery(new Uri("http://localhost" + back).Query);
        var value = query[part].ToString();
        query[part] = value[..^8] + "AAAAAAAA";

        var page = await visitor.FollowAsync(
            QueryHelpers.AddQueryString("/accounts/external/callback/council", query)
        );

        await RefusedAsync(visitor, page, "Your agency’s sign-in was not finished. Try again.");
        Assert.Null(await FindAsync($"altered-{part}@council.example"));
    }

    [Fact]
    public async Task SignIn_AnswerToAnotherBrowser_LetsNobodyIn()
    {
        using var attacker = host.NewVisitor();
        var back = await host.AnswerAsync(
            attacker,
            "council",
            Claims("attacker", ("groups", "group-social-work"))
        );
        using var victim = host.NewVisitor();

        var page = await victim.FollowAsync(back);

        await RefusedAsync(victim, page, "Your agency’s sign-in was not finished. Try again.");
    }

    [Fact]
    public async Task SignIn_AnswerSentTwice_LetsInOnce()
    {
        using var visitor = host.NewVisitor();
        var back = await host.AnswerAsync(
            visitor,
            "council",
            Claims("twice", ("groups", "group-social-work"))
        );
        await visitor.FollowAsync(back);
        await visitor.PostAsync(
            "/accounts/sign-out",
            (await visitor.GetAsync("/concerns")).Fields("form[action='/accounts/sign-out']")
        );

        var page = await visitor.FollowAsync(back);

        await RefusedAsync(visitor, page, "Your agency’s sign-in was not finished. Try again.");
    }

    [Fact]
    public async Task SignIn_AnswerForOneProviderBroughtToAnother_LetsNobodyIn()
    {
        using var visitor = host.NewVisitor();
        var back = await host.AnswerAsync(
            visitor,
            "public",
            Claims("confused", ("groups", "group-social-work"))
        );

        var page = await visitor.FollowAsync(back.Replace("/public?", "/council?"));

        await RefusedAsync(visitor, page, "Your agency’s sign-in was not finished. Try again.");
    }

    [Fact]
    public async Task Link_UntrustedProviderFromTheOwnAccount_LetsInFromThenOn()
    {
        var secret = await host.AddWithAppAsync("links");
        using (var visitor = await host.SignInWithAppAsync("links", secret))
        {
            var start = await visitor.GetAsync("/accounts/ways/providers/public?handler=go");
            var back = await host.AnswerAsync(start.RedirectedTo!, [("sub", "links-elsewhere")]);
            var linked = await visitor.FollowAsync(back);
            Assert.Equal(HttpStatusCode.OK, linked.Status);
            Assert.Equal("login", host.Provider.Asked!.Prompt);
        }
        using var later = host.NewVisitor();

        await host.ComeBackAsync(later, "public", ("sub", "links-elsewhere"));

        Assert.Equal(HttpStatusCode.OK, (await later.GetAsync("/concerns")).Status);
        Assert.Contains(EventKinds.ProviderLinked, await host.KindsAsync("links"));
    }

    [Fact]
    public async Task Link_SignInThatAnotherAccountHas_IsRefused()
    {
        await InAsync("taken", ("groups", "group-social-work"));
        var secret = await host.AddWithAppAsync("wants");
        using var visitor = await host.SignInWithAppAsync("wants", secret);
        var start = await visitor.GetAsync("/accounts/ways/providers/council?handler=go");

        var page = await visitor.FollowAsync(
            await host.AnswerAsync(
                start.RedirectedTo!,
                Claims("taken", ("groups", "group-social-work"))
            )
        );

        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Contains("linked to another Waymark account already", page.Words);
        Assert.DoesNotContain(EventKinds.ProviderLinked, await host.KindsAsync("wants"));
    }

    private static IReadOnlyList<(string Type, string Value)> Claims(
        string subject,
        params IReadOnlyList<(string Type, string Value)> more
    ) =>
        [
            ("sub", subject),
            ("email", subject + "@council.example"),
            ("tenant", "tenant-of-the-council"),
            .. more,
        ];

    private async Task InAsync(string subject, params (string Type, string Value)[] more)
    {
        using var visitor = host.NewVisitor();
        await host.ComeBackAsync(visitor, "council", Claims(subject, more));
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/accounts/ways")).Status);
    }

    private static async Task RefusedAsync(Visitor visitor, VisitedPage page, string why)
    {
        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Equal("You are not signed in", page.Heading);
        Assert.Contains(why, page.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync("/concerns")).Status);
    }

    private Task<Practitioner?> FindAsync(string email) =>
        host.ReadAsync(null, db => db.Users.SingleOrDefaultAsync(u => u.Email == email));

    private Task<string> AgencyOfAsync(Practitioner person) =>
        host.ReadAsync(
            null,
            db => db.Agencies.Where(a => a.Id == person.AgencyId).Select(a => a.Name).SingleAsync()
        );

    private Task<List<string?>> RolesOfAsync(Practitioner person) =>
        host.ReadAsync(
            null,
            db =>
                (
                    from held in db.UserRoles
                    join role in db.Roles on held.RoleId equals role.Id
                    where held.UserId == person.Id
                    select role.Name
                ).ToListAsync()
        );

    private static Task<int> LoginsAsync(WaymarkDb db, string subject) =>
        db.UserLogins.CountAsync(l => l.ProviderKey == subject);
}
