using System.Text.Json;
using System.Text.Json.Nodes;

namespace Waymark.Tests.Components;

/// <summary>The official examples of govuk-frontend: options, and the HTML they must give.</summary>
internal static class Fixtures
{
    private static readonly string Package = Path.Combine(
        Repository.Root,
        "node_modules",
        "govuk-frontend"
    );

    internal static string Version =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(Package, "package.json")))![
            "version"
        ]!.GetValue<string>();

    /// <summary>Every fixture of one component, the hidden ones too.</summary>
    internal static IReadOnlyList<Fixture> Of(string component)
    {
        var file = Path.Combine(Package, "dist", "govuk", "components", component, "fixtures.json");
        if (!File.Exists(file))
        {
            throw new InvalidOperationException(
                $"{file} is missing: run `npm ci` in the repository's root first."
            );
        }

        return JsonSerializer
            .Deserialize<FixtureFile>(File.ReadAllText(file), JsonSerializerOptions.Web)!
            .Fixtures;
    }

    private sealed record FixtureFile(IReadOnlyList<Fixture> Fixtures);
}

/// <summary>One official example of a component.</summary>
/// <param name="Name">What it shows, unique within the component.</param>
/// <param name="Options">The macro options.</param>
/// <param name="Html">What govuk-frontend's own template makes of them.</param>
public sealed record Fixture(string Name, JsonObject Options, string Html);
