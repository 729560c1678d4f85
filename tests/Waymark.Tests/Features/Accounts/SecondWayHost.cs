using Microsoft.EntityFrameworkCore;
using Waymark.Data;
using Waymark.Features.Accounts;
using Waymark.Features.Accounts.Ways;
using Waymark.Tests.Host;
using Xunit;

namespace Waymark.Tests.Features.Accounts;

/// <summary>
/// A host as an agency runs it: no demo, so that a second way is demanded, with the people of a demo put in by hand.
/// </summary>
public class SecondWayHost : WaymarkHost, IAsyncLifetime
{
    protected override bool Demo => false;

    public virtual async ValueTask InitializeAsync()
    {
        await AddAgencyAsync(AgencyKind.Council);
        await AddAgencyAsync(AgencyKind.School);
    }

    /// <summary>Makes an account with a code app, and tells its secret.</summary>
    public async Task<string> AddWithAppAsync(
        string mailbox,
        AgencyKind agency = AgencyKind.Council,
        params IReadOnlyList<string> roles
    )
    {
        await AddPersonAsync(mailbox, agency, roles.Count == 0 ? [Roles.Practitioner] : roles);
        var secret = Totp.ToBase32(Guid.NewGuid().ToByteArray());
        await ReadAsync(
            agency,
            async db =>
            {
                var person = await PersonAsync(db, mailbox);
                db.CodeApps.Add(
                    new()
                    {
                        PersonId = person.Id,
                        AgencyId = person.AgencyId,
                        Secret = secret,
                        LastStep = 0,
                        AddedAt = Clock.GetUtcNow(),
                    }
                );
                return await db.SaveChangesAsync();
            }
        );
        return secret;
    }

    /// <summary>The code that an app shows now. The clock goes on first, so that no code is asked for twice.</summary>
    public string NextCode(string secret)
    {
        Clock.Advance(TimeSpan.FromSeconds(30));
        return Totp.CodeAt(secret, Totp.StepAt(Clock.GetUtcNow()));
    }

    /// <summary>A browser in which a person with a code app is signed in.</summary>
    public async Task<Visitor> SignInWithAppAsync(string mailbox, string secret)
    {
        var visitor = NewVisitor();
        var entered = await (await PasswordAsync(visitor, mailbox)).SubmitAsync(
            visitor,
            "form:has([name=Code])",
            ("Code", NextCode(secret))
        );
        Assert.Equal(System.Net.HttpStatusCode.Redirect, entered.Status);
        return visitor;
    }

    /// <summary>What follows the right password.</summary>
    public static async Task<VisitedPage> PasswordAsync(
        Visitor visitor,
        string mailbox,
        string? password = null,
        string returnTo = "/concerns"
    ) =>
        await (
            await visitor.GetAsync("/accounts/sign-in?returnTo=" + Uri.EscapeDataString(returnTo))
        ).SubmitAsync(
            visitor,
            "form:has([name=Password])",
            ("Email", $"{mailbox}@demo.example"),
            ("Password", password ?? Waymark.Features.Demo.DemoData.Password)
        );

    /// <summary>The account of a mailbox.</summary>
    public static Task<Practitioner> PersonAsync(WaymarkDb db, string mailbox) =>
        db.Users.SingleAsync(u => u.Email == mailbox + "@demo.example");

    /// <summary>The kinds of events about a person's account, in their order.</summary>
    public Task<List<string>> KindsAsync(string mailbox, AgencyKind agency = AgencyKind.Council) =>
        ReadAsync(
            agency,
            async db =>
            {
                var id = (await PersonAsync(db, mailbox)).Id;
                return await db
                    .Events.Where(e => e.SubjectId == id)
                    .OrderBy(e => e.Number)
                    .Select(e => e.Kind)
                    .ToListAsync();
            }
        );
}
