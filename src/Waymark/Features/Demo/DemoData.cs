using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Waymark.Data;
using Waymark.Features.Accounts;

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
            var db = scope.ServiceProvider.GetRequiredService<WaymarkDb>();
            if (await db.Agencies.AnyAsync(cancellation))
            {
                return;
            }
            await AddPeopleAsync(
                db,
                scope.ServiceProvider.GetRequiredService<UserManager<Practitioner>>(),
                cancellation
            );
        }
    }

    private static async Task AddPeopleAsync(
        WaymarkDb db,
        UserManager<Practitioner> users,
        CancellationToken cancellation
    )
    {
        foreach (var demo in DemoPeople.Agencies)
        {
            var agency = new Agency
            {
                Id = Guid.CreateVersion7(),
                Name = demo.Name,
                Kind = demo.Kind,
            };
            db.Agencies.Add(agency);
            await db.SaveChangesAsync(cancellation);
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
                Succeeded(await users.CreateAsync(person, Password));
                Succeeded(await users.AddToRolesAsync(person, account.Roles));
            }
        }
    }

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
