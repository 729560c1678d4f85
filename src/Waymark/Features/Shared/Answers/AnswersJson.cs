using System.Text.Json;
using Waymark.Instruments;

namespace Waymark.Features.Shared.Answers;

/// <summary>The answers to one question as events and collisions keep them: a JSON array of FHIR answers.</summary>
public static class AnswersJson
{
    /// <summary>Writes answers, such as <c>[{"valueCoding":{"code":"yes"}}]</c>; always the same text for the same answers.</summary>
    public static string Write(IReadOnlyList<AnswerValue> answers) =>
        $"[{string.Join(',', answers.Select(AnswerJson.Write))}]";

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="JsonException">The text is not what <see cref="Write"/> writes.</exception>
    public static IReadOnlyList<AnswerValue> Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return
        [
            .. document.RootElement.EnumerateArray().Select(AnswerJson.Read).OfType<AnswerValue>(),
        ];
    }
}
