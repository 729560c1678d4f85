using Waymark.Hosting;

namespace Waymark.Commands;

/// <summary>Serves the pages.</summary>
internal static class ServeCommand
{
    public static async Task<int> RunAsync(string[] args, bool demo, CancellationToken cancellation)
    {
        var builder = WebApplication.CreateBuilder(args);
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
