using System.Globalization;
using System.Text.Json;
using Waymark.Instruments;

namespace Waymark.Content;

/// <summary>One version of one instrument with its rules, as it stands in <c>content/instruments</c>.</summary>
/// <param name="Path">Its folder, relative to the content folder, such as <c>instruments/safety/safety-check/1.0.0</c>.</param>
/// <param name="Kind">The kind of instrument, such as <c>safety</c>.</param>
/// <param name="Name">Its name, such as <c>safety-check</c>.</param>
/// <param name="Version">Its version, such as <c>1.0.0</c>.</param>
/// <param name="Instrument">The instrument.</param>
/// <param name="Rules">Its rules; <see langword="null"/> when it has none.</param>
/// <param name="Examples">The examples of its rules.</param>
public sealed record InstrumentFolder(
    string Path,
    string Kind,
    string Name,
    string Version,
    Instrument Instrument,
    RuleSet? Rules,
    IReadOnlyList<RuleExamples> Examples
)
{
    /// <summary>The file with the questions.</summary>
    public string QuestionnaireFile => Path + "/" + QuestionnaireName;

    /// <summary>The file with the rules.</summary>
    public string RulesFile => Path + "/" + RulesName;

    /// <summary>The file with the examples.</summary>
    public string ExamplesFile => Path + "/" + ExamplesName;

    /// <summary>The file with the wording as it was approved.</summary>
    public string WordingFile => Path + "/" + WordingName;

    internal const string QuestionnaireName = "questionnaire.json";
    internal const string RulesName = "rules.json";
    internal const string ExamplesName = "examples.json";
    internal const string WordingName = "wording.approved.txt";

    /// <summary>The folders of a snapshot that hold an instrument, in order of their path.</summary>
    internal static IEnumerable<string> Paths(ContentSnapshot content) =>
        content
            .Below("instruments", "/" + QuestionnaireName)
            .Select(file => file[..^(QuestionnaireName.Length + 1)]);

    /// <summary>Loads one folder; what prevents it becomes issues.</summary>
    internal static InstrumentFolder? Load(
        ContentSnapshot content,
        string path,
        List<ContentIssue> issues
    )
    {
        if (path.Split('/') is not [_, var kind, var name, var version])
        {
            issues.Add(
                new(
                    ContentCodes.NameMismatch,
                    path,
                    null,
                    null,
                    "An instrument stands in instruments/<kind>/<name>/<version>. Move the folder."
                )
            );
            return null;
        }

        var questionnaireFile = path + "/" + QuestionnaireName;
        var instrument = Engine(
            Waymark.Instruments.Instrument.Load(content.Files[questionnaireFile]),
            questionnaireFile,
            null,
            issues
        );
        if (instrument is null)
        {
            return null;
        }

        RuleSet? rules = null;
        IReadOnlyList<RuleExamples> examples = [];
        if (content.Files.TryGetValue(path + "/" + RulesName, out var rulesJson))
        {
            rules = Engine(
                RuleSet.Load(rulesJson, instrument),
                path + "/" + RulesName,
                rulesJson,
                issues
            );
            examples =
                ContentJson.Read<ExampleFile>(content, path + "/" + ExamplesName, issues)?.Rules
                ?? [];
        }

        return new(path, kind, name, version, instrument, rules, examples);
    }

    /// <summary>What the engine warns of in the instruments of others is refused in our own.</summary>
    private static T? Engine<T>(
        LoadResult<T> result,
        string file,
        string? rulesJson,
        List<ContentIssue> issues
    )
        where T : class
    {
        issues.AddRange(
            result
                .Issues.Where(issue => issue.Severity != IssueSeverity.Information)
                .Select(issue => new ContentIssue(
                    "engine:" + issue.Code,
                    file,
                    issue.LinkId ?? (rulesJson is null ? issue.Path : null),
                    rulesJson is null ? null : RuleAt(rulesJson, issue.Path),
                    issue.Text
                ))
        );
        return result.Value;
    }

    /// <summary>The id of the rule that a path such as <c>action[3].condition[0]</c> leads into; the path itself where there is none.</summary>
    private static string? RuleAt(string rulesJson, string? path)
    {
        if (path is null || !path.StartsWith("action[", StringComparison.Ordinal))
        {
            return path;
        }

        var number = path["action[".Length..path.IndexOf(']', StringComparison.Ordinal)];
        using var document = JsonDocument.Parse(rulesJson);
        return
            int.TryParse(number, CultureInfo.InvariantCulture, out var index)
            && document.RootElement.GetProperty("action").EnumerateArray().ElementAtOrDefault(index)
                is { ValueKind: JsonValueKind.Object } action
            && action.TryGetProperty("id", out var id)
            && id.ValueKind == JsonValueKind.String
            ? id.GetString()
            : path;
    }
}
