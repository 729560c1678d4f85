using System.Text.Json;

namespace Waymark.Instruments.Tests.SharedCases;

/// <summary>One set of answers to a public questionnaire, with what should follow.</summary>
internal sealed record SharedCase(string Id, string QuestionnaireJson, JsonElement Element)
{
    internal static readonly string? Folder = FindFolder();

    internal static IEnumerable<SharedCase> All()
    {
        foreach (var folder in Directory.GetDirectories(Folder!).Order(StringComparer.Ordinal))
        {
            var cases = Path.Combine(folder, "cases.json");
            if (!File.Exists(cases))
            {
                continue;
            }

            var questionnaire = File.ReadAllText(Path.Combine(folder, "questionnaire.json"));
            using var document = JsonDocument.Parse(File.ReadAllText(cases));
            foreach (var element in document.RootElement.GetProperty("cases").EnumerateArray())
            {
                yield return new(
                    element.GetProperty("id").GetString()!,
                    questionnaire,
                    element.Clone()
                );
            }
        }
    }

    internal IReadOnlyList<GivenAnswer> Answers() =>
        [
            .. Element
                .GetProperty("answers")
                .EnumerateArray()
                .Select(answer => new GivenAnswer(
                    PathOf(answer),
                    [.. Values(answer).Select(Value).OfType<AnswerValue>()]
                )),
        ];

    internal bool IsDisputed(string kind, string linkId) =>
        Element.GetProperty("disputed").GetProperty(kind)
            is { ValueKind: JsonValueKind.Object } disputed
        && disputed.TryGetProperty(linkId, out _);

    private static ItemPath PathOf(JsonElement answer)
    {
        var linkId = answer.GetProperty("linkId").GetString()!;
        return answer.TryGetProperty("at", out var at)
            ? new ItemPath(
                linkId,
                [
                    .. at.EnumerateArray()
                        .Select(step => new PathStep(step[0].GetString()!, step[1].GetInt32())),
                ]
            )
            : new ItemPath(linkId);
    }

    private static JsonElement[] Values(JsonElement answer) =>
        answer.TryGetProperty("values", out var values) ? [.. values.EnumerateArray()]
        : answer.TryGetProperty("value", out var value) ? [value]
        : [];

    private static AnswerValue? Value(JsonElement value) =>
        ValueReader.Find(value, "value") is { } found
            ? ValueReader.Read(found.Name["value".Length..], found.Value)
            : null;

    private static string? FindFolder()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Waymark.slnx")))
            {
                var folder = Path.Combine(at.FullName, "..", "shared", "sdc-cases");
                return Directory.Exists(folder) ? folder : null;
            }
        }

        return null;
    }
}
