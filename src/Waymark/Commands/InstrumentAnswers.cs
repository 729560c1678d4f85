using System.Text.Json;
using Waymark.Instruments;

namespace Waymark.Commands;

/// <summary>Reads answers as authors and test suites write them: <c>{linkId, value | values, at: [[linkId, occurrence], …]}</c>.</summary>
internal static class InstrumentAnswers
{
    /// <summary>The answers, or <see langword="null"/> after a message.</summary>
    internal static IReadOnlyList<GivenAnswer>? TryParse(string json, TextWriter error, string file)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            return Read(
                root.ValueKind == JsonValueKind.Object ? root.GetProperty("answers") : root
            );
        }
        catch (Exception exception)
            when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            error.WriteLine($"{file} is not a list of answers: {exception.Message}");
            return null;
        }
    }

    /// <exception cref="KeyNotFoundException">Something needed is missing.</exception>
    /// <exception cref="InvalidOperationException">Something is of the wrong kind.</exception>
    internal static IReadOnlyList<GivenAnswer> Read(JsonElement answers) =>
        [
            .. answers
                .EnumerateArray()
                .Select(answer => new GivenAnswer(
                    PathOf(answer),
                    [.. ValuesOf(answer).Select(AnswerJson.Read).OfType<AnswerValue>()]
                )),
        ];

    private static ItemPath PathOf(JsonElement answer)
    {
        var linkId =
            answer.GetProperty("linkId").GetString()
            ?? throw new InvalidOperationException("linkId must be a text");
        return answer.TryGetProperty("at", out var at) && at.ValueKind == JsonValueKind.Array
            ? new ItemPath(
                linkId,
                [
                    .. at.EnumerateArray()
                        .Select(step => new PathStep(step[0].GetString()!, step[1].GetInt32())),
                ]
            )
            : new ItemPath(linkId);
    }

    private static JsonElement[] ValuesOf(JsonElement answer) =>
        answer.TryGetProperty("values", out var values) ? [.. values.EnumerateArray()]
        : answer.TryGetProperty("value", out var value) ? [value]
        : [];
}
