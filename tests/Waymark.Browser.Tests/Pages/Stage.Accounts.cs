using Microsoft.EntityFrameworkCore;
using Waymark.Features.Accounts;
using Waymark.Features.Accounts.People;
using Waymark.Features.Accounts.Ways;
using Waymark.Tests.Host;

namespace Waymark.Browser.Tests.Pages;

/// <summary>The accounts of an agency of their own: who keeps them, who joins, who left, and who has lost a password.</summary>
public sealed partial class Stage
{
    /// <summary>Who keeps the accounts.</summary>
    public const string Keeper = "ada.quill";

    /// <summary>Somebody with a password alone.</summary>
    public const string Plain = "dee.plain";

    /// <summary>Somebody with a code app.</summary>
    public const string WithApp = "fay.codes";

    /// <summary>Somebody who is signed in elsewhere too.</summary>
    public const string SignedInTwice = "eve.twice";

    /// <summary>An account that the keeper looks after.</summary>
    public Guid Colleague { get; private set; }

    /// <summary>An account that is suspended.</summary>
    public Guid Leaver { get; private set; }

    /// <summary>The path of an invitation's link.</summary>
    public string JoinLink { get; private set; } = "";

    /// <summary>The path of a link for a new password.</summary>
    public string PasswordLink { get; private set; } = "";

    /// <summary>Another, which one state uses up.</summary>
    public string UsedPasswordLink { get; private set; } = "";

    private async Task SetAccountsAsync()
    {
        const AgencyKind agency = AgencyKind.Health;
        await AddAgencyAsync(agency);
        await AddPersonAsync(Keeper, agency, [Roles.Administrator]);
        foreach (
            var mailbox in (string[])
                [Plain, WithApp, SignedInTwice, "bo.winter", "cy.gone", "gil.forgets"]
        )
        {
            await AddPersonAsync(mailbox, agency, [Roles.Practitioner]);
        }
        using var elsewhere = await SignInAsync(SignedInTwice);
        using var leaver = await SignInAsync("cy.gone");
        await RecordWalk.StartAsync(this, leaver, "AX-L1");
        await ReadAsync(
            agency,
            async db =>
            {
                var people = await db.Users.ToDictionaryAsync(u => u.Email!);
                Practitioner Person(string mailbox) => people[mailbox + "@demo.example"];
                (Colleague, Leaver) = (Person("bo.winter").Id, Person("cy.gone").Id);
                Person("cy.gone").SuspendedAt = Clock.GetUtcNow();
                var links =
                    Services.GetRequiredService<Waymark.Features.Accounts.Forgotten.PasswordLink>();
                PasswordLink = links.PathFor(Person(Plain));
                UsedPasswordLink = links.PathFor(Person("gil.forgets"));
                db.CodeApps.Add(
                    new()
                    {
                        PersonId = Person(WithApp).Id,
                        AgencyId = Person(WithApp).AgencyId,
                        Secret = Totp.ToBase32(Guid.NewGuid().ToByteArray()),
                        LastStep = 0,
                        AddedAt = Clock.GetUtcNow(),
                    }
                );
                JoinLink = Inviting.Add(
                    db,
                    Person(Keeper).AgencyId,
                    new("joins@health.example", "Hal New", "Nurse", [Roles.Practitioner]),
                    Person(Keeper).Id,
                    Person(Keeper).DisplayName,
                    Clock.GetUtcNow()
                );
                return await db.SaveChangesAsync();
            }
        );
    }
}
