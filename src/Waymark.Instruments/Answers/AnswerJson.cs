using System.Text;
using System.Text.Json;

namespace Waymark.Instruments;

/// <summary>Single answers as FHIR writes them, such as <c>{"valueInteger": 3}</c>.</summary>
public static class AnswerJson
{
    /// <summary>Reads the <c>value[x]</c> of an object.</summary>
    /// <returns>The answer, or <see langword="null"/> when there is none that can be read.</returns>
    public static AnswerValue? Read(JsonElement answer) =>
        ValueReader.Find(answer, "value") is { } found
            ? ValueReader.Read(found.Name["value".Length..], found.Value)
            : null;

    /// <summary>Writes an answer as an object with a <c>value[x]</c>.</summary>
    public static string Write(AnswerValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            ValueWriter.Write(writer, value);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
