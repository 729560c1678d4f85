using System.Text.Json;

namespace Waymark.Instruments.Tests.Cases;

/// <summary>
/// One trap as data: a questionnaire, what a person does, and what must follow after each step. The folder is the SDC feature, the file's
/// name is the rule.
/// </summary>
internal sealed class CaseFile
{
    private readonly JsonElement _root;

    private CaseFile(string name, JsonElement root)
    {
        Name = name;
        _root = root;
    }

    internal string Name { get; }

    /// <summary>The issue codes with which the questionnaire must be refused; <see langword="null"/> when it must load.</summary>
    internal IReadOnlyList<string>? Refused =>
        _root.TryGetProperty("refused", out var codes)
            ? [.. codes.EnumerateArray().Select(code => code.GetString()!)]
            : null;

    internal IEnumerable<JsonElement> Steps => _root.GetProperty("steps").EnumerateArray();

    internal string? Language =>
        _root.TryGetProperty("language", out var language) ? language.GetString() : null;

    internal JsonElement? Launch => _root.TryGetProperty("launch", out var launch) ? launch : null;

    internal static string Folder => Path.Combine(AppContext.BaseDirectory, "Cases");

    internal static CaseFile Read(string name) =>
        new(name, JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, name))).RootElement);

    internal static IEnumerable<string> Names() =>
        Directory
            .GetFiles(Folder, "*.json", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Folder, file).Replace('\\', '/'))
            .Where(name => name.Count(c => c == '/') == 1) // deeper folders hold cases of another layout
            .Order(StringComparer.Ordinal);

    /// <summary>The questionnaire, with what every instrument needs filled in.</summary>
    internal string QuestionnaireJson()
    {
        var questionnaire = _root.GetProperty("questionnaire");
        var properties = questionnaire
            .EnumerateObject()
            .ToDictionary(property => property.Name, property => property.Value.GetRawText());
        properties.TryAdd("resourceType", "\"Questionnaire\"");
        properties.TryAdd("url", "\"http://example.org/Questionnaire/case\"");
        properties.TryAdd("version", "\"1\"");
        properties.TryAdd("status", "\"active\"");
        return "{"
            + string.Join(
                ",",
                properties.Select(property => $"\"{property.Key}\":{property.Value}")
            )
            + "}";
    }
}
