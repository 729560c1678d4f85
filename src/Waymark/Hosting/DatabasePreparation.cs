using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Waymark.Data;
using Waymark.Data.Protection;
using Waymark.Features.Accounts;
using Waymark.Features.Demo;
using Waymark.Log;
using Waymark.Security.Encryption;

namespace Waymark.Hosting;

/// <summary>Brings the database to this version before the first request.</summary>
public static class DatabasePreparation
{
    public static async Task PrepareDatabaseAsync(
        this WebApplication app,
        CancellationToken cancellation
    )
    {
        // A wrong setting must stop the start before the database is touched.
        app.Services.GetService<IStartupValidator>()?.Validate();
        await using var scope = app.Services.CreateAsyncScope();
        var options = scope.ServiceProvider.GetRequiredService<IOptions<WaymarkOptions>>().Value;
        // A missing or wrong key must stop the start, not the first page.
        _ = scope.ServiceProvider.GetRequiredService<WrappingKeys>();
        _ = scope.ServiceProvider.GetRequiredService<SigningKey>();
        var db = scope.ServiceProvider.GetRequiredService<WaymarkDb>();
        await db.PrepareAsync(cancellation);
        scope
            .ServiceProvider.GetRequiredService<ProtectionKeyStore>()
            .Prepare(scope.ServiceProvider.GetRequiredService<IKeyManager>(), options.KeysPath);
        var roles = scope.ServiceProvider.GetRequiredService<RoleManager<IdentityRole<Guid>>>();
        foreach (var role in Roles.All)
        {
            if (!await roles.RoleExistsAsync(role))
            {
                Succeeded(await roles.CreateAsync(new(role)));
            }
        }
        if (options.Demo)
        {
            await DemoData.EnsureAsync(app.Services, cancellation);
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
