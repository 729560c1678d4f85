using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Waymark.Content;
using Waymark.Data;
using Waymark.Features.Accounts;
using Waymark.Hosting;

namespace Waymark.Features.Demo;

/// <summary>Fills an empty database with fictional agencies, people and children.</summary>
internal static class DemoData
{
    /// <summary>
    /// The password of every demo account. The accounts exist only where <c>--demo</c> filled the database, and the sign-in
    /// page shows it.
    /// </summary>
    public const string Password = "only for the demo";

    public static async Task EnsureAsync(IServiceProvider services, CancellationToken cancellation)
    {
        await using (var scope = services.CreateAsyncScope())
        {
            if (
                await scope
                    .ServiceProvider.GetRequiredService<WaymarkDb>()
                    .Agencies.AnyAsync(cancellation)
            )
            {
                return;
            }
        }
        foreach (var agency in DemoPeople.Agencies)
        {
            // One scope for each agency: the wall opens for one only.
            await using var scope = services.CreateAsyncScope();
            await AddAsync(scope.ServiceProvider, agency, cancellation);
        }
    }

    private static async Task AddAsync(
        IServiceProvider services,
        DemoAgency demo,
        CancellationToken cancellation
    )
    {
        var db = services.GetRequiredService<WaymarkDb>();
        var users = services.GetRequiredService<UserManager<Practitioner>>();
        var agency = new Agency
        {
            Id = Guid.CreateVersion7(),
            Name = demo.Name,
            Kind = demo.Kind,
        };
        services.GetRequiredService<AgencyScope>().Enter(agency.Id);
        db.Agencies.Add(agency);
        await db.SaveChangesAsync(cancellation);
        Dictionary<string, CurrentPractitioner> people = [];
        // One password for all, and no secret: hashed once, so that a demo starts sooner.
        string? hash = null;
        foreach (var account in demo.People)
        {
            var person = new Practitioner
            {
                Id = Guid.CreateVersion7(),
                AgencyId = agency.Id,
                DisplayName = account.Name,
                JobTitle = account.JobTitle,
                Email = account.Email,
                UserName = account.Email,
                EmailConfirmed = true,
            };
            hash ??= users.PasswordHasher.HashPassword(person, Password);
            person.PasswordHash = hash;
            Succeeded(await users.CreateAsync(person));
            Succeeded(await users.AddToRolesAsync(person, account.Roles));
            people[account.Mailbox] = new(
                person.Id,
                agency.Id,
                agency.Name,
                account.Name,
                account.JobTitle
            );
        }
        var teams = DemoTeams.Add(db, demo, people, Now(services));
        DemoRecords.Add(
            db,
            services.GetRequiredService<ContentLibrary>(),
            people,
            teams,
            Now(services)
        );
        await db.SaveChangesAsync(cancellation);
        if (services.GetRequiredService<IOptions<WaymarkOptions>>().Value.DemoSurveys)
        {
            await DemoSurveys.AddAsync(services, db, people, Now(services), cancellation);
        }
    }

    private static DateTimeOffset Now(IServiceProvider services) =>
        services.GetRequiredService<TimeProvider>().GetUtcNow();

    private static void Succeeded(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException(
                string.Join(" ", result.Errors.Select(e => e.Description))
            );
        }
    }
}
