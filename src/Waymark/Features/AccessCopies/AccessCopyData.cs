using System.Text.Json;
using System.Text.Json.Nodes;

namespace Waymark.Features.AccessCopies;

/// <summary>
/// The copy as data: one JSON object with the answers as a FHIR Bundle of QuestionnaireResponses, and the rest as plain JSON.
/// Withheld words are masked in both.
/// </summary>
public static class AccessCopyData
{
    private const string AbsentReason =
        "http://hl7.org/fhir/StructureDefinition/data-absent-reason";

    /// <summary>Writes the copy part by part, so that it is never whole in memory.</summary>
    public static async Task WriteAsync(
        Stream output,
        WholeRecord record,
        IReadOnlyList<CopySection> sections,
        Redaction redaction,
        CancellationToken cancellation
    )
    {
        await using var json = new Utf8JsonWriter(output, new() { Indented = true });
        json.WriteStartObject();
        json.WriteString("reference", record.Child.Reference);
        json.WriteString("keptBy", record.Agency);
        json.WriteString("made", record.Now);
        json.WriteStartObject("answers");
        json.WriteString("resourceType", "Bundle");
        json.WriteString("type", "collection");
        json.WriteString("timestamp", record.Now);
        json.WriteStartArray("entry");
        foreach (var response in record.Responses)
        {
            json.WriteStartObject();
            json.WriteString("fullUrl", $"urn:uuid:{response.Stored.Id}");
            json.WritePropertyName("resource");
            var resource = JsonNode.Parse(response.Form.ToDraftJson())!;
            Mask(resource, redaction);
            resource.WriteTo(json);
            json.WriteEndObject();
            await json.FlushAsync(cancellation);
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartArray("record");
        foreach (var section in sections)
        {
            json.WriteStartObject();
            json.WriteString("title", section.Title);
            json.WriteStartArray("lines");
            foreach (var line in section.Lines)
            {
                json.WriteStartObject();
                json.WriteString("label", line.Label);
                json.WriteString("words", redaction.Shown(line));
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
            await json.FlushAsync(cancellation);
        }
        json.WriteEndArray();
        json.WriteStartArray("withheld");
        foreach (var (index, withheld) in redaction.Withheld.Index())
        {
            json.WriteStartObject();
            json.WriteNumber("number", index + 1);
            json.WriteString("kind", withheld.Kind.Words());
            json.WriteString("reason", withheld.Choice.Reason());
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(cancellation);
    }

    /// <summary>Puts FHIR's own mark of masked data in the place of words that are not kept.</summary>
    private static void Mask(JsonNode node, Redaction redaction)
    {
        switch (node)
        {
            case JsonArray array:
                foreach (var item in array.OfType<JsonNode>())
                {
                    Mask(item, redaction);
                }
                break;
            case JsonObject said:
                if (
                    said["valueString"] is JsonValue words
                    && !redaction.Keeps(words.GetValue<string>())
                )
                {
                    said.Remove("valueString");
                    said["_valueString"] = new JsonObject
                    {
                        ["extension"] = new JsonArray(
                            new JsonObject { ["url"] = AbsentReason, ["valueCode"] = "masked" }
                        ),
                    };
                }
                foreach (var (_, child) in said)
                {
                    if (child is not null)
                    {
                        Mask(child, redaction);
                    }
                }
                break;
        }
    }
}
