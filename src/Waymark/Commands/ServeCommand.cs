using Waymark.Hosting;
using Waymark.Hosting.Settings;

namespace Waymark.Commands;

/// <summary>Serves the pages.</summary>
internal static class ServeCommand
{
    public static async Task<int> RunAsync(string[] args, bool demo, CancellationToken cancellation)
    {
        // A published program has its styles beside itself, wherever it was started; a build has them beside its sources.
        var beside = Path.Combine(AppContext.BaseDirectory, "wwwroot");
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                Args = args,
                ContentRootPath = Directory.Exists(beside) ? AppContext.BaseDirectory : null,
            }
        );
        builder.Configuration.AddSettingsFile();
        if (demo)
        {
            builder.Configuration.AddInMemoryCollection([new("Waymark:Demo", "true")]);
        }
        // Run from a build, styles and scripts lie beside the sources; a published program has them beside itself, and this does nothing.
        builder.WebHost.UseStaticWebAssets();
        builder.AddWaymark();
        var app = builder.Build();
        await app.PrepareDatabaseAsync(cancellation);
        app.UseWaymark();
        await app.RunAsync(cancellation);
        return 0;
    }
}
