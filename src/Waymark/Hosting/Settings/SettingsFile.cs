using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Json;

namespace Waymark.Hosting.Settings;

/// <summary>The installation's own file of settings: <c>waymark.json</c> where it was started, or the one that an environment variable names.</summary>
public static class SettingsFile
{
    /// <summary>The environment variable that names the file.</summary>
    public const string Variable = "WAYMARK_SETTINGS";

    private const string DefaultName = "waymark.json";

    /// <summary>Reads it below environment variables and arguments, which win.</summary>
    /// <exception cref="FileNotFoundException">The variable names a file that is not there.</exception>
    public static void AddSettingsFile(this IConfigurationBuilder configuration)
    {
        var named = Environment.GetEnvironmentVariable(Variable);
        var file = new JsonConfigurationSource
        {
            Path = Path.GetFullPath(string.IsNullOrWhiteSpace(named) ? DefaultName : named),
            Optional = string.IsNullOrWhiteSpace(named),
        };
        file.ResolveFileProvider();
        var sources = configuration.Sources;
        var variables = sources
            .ToList()
            .FindIndex(s => s is EnvironmentVariablesConfigurationSource { Prefix: null or "" });
        sources.Insert(variables < 0 ? sources.Count : variables, file);
    }
}
