using System.Text;
using System.Text.Json;

namespace Waymark.Instruments;

/// <summary>The answers of one item as FHIR JSON on their own: an array of objects with one <c>value[x]</c> each.</summary>
/// <remarks>For an application that keeps what one answer was before and after; a whole response is <see cref="Form.ToDraftJson"/>.</remarks>
public static class AnswerJson
{
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes answers, such as <c>[{"valueCoding":{"code":"yes"}}]</c>; always the same text for the same answers.</summary>
    public static string Write(IReadOnlyList<AnswerValue> answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
        {
            writer.WriteStartArray();
            foreach (var answer in answers)
            {
                writer.WriteStartObject();
                ValueWriter.Write(writer, answer);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <returns>The answers in order; one that is malformed or of a kind that is no answer is left out.</returns>
    public static IReadOnlyList<AnswerValue> Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        using var document = Parse(json);
        return document is not { RootElement.ValueKind: JsonValueKind.Array }
            ? []
            :
            [
                .. document
                    .RootElement.EnumerateArray()
                    .Select(answer =>
                        ValueReader.Find(answer, "value") is { } found
                            ? ValueReader.Read(found.Name["value".Length..], found.Value)
                            : null
                    )
                    .OfType<AnswerValue>(),
            ];
    }

    private static JsonDocument? Parse(string json)
    {
        try
        {
            return JsonDocument.Parse(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
