using System.Text.Encodings.Web;
using System.Text.Json;

namespace Waymark.Features.Surveys.Codebook;

/// <summary>The codebook as JSON.</summary>
public static class CodebookJson
{
    private static readonly JsonWriterOptions s_options = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The file, in UTF-8.</summary>
    public static byte[] Write(SurveyCodebook codebook)
    {
        ArgumentNullException.ThrowIfNull(codebook);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, s_options))
        {
            json.WriteStartObject();
            json.WriteString("title", codebook.Title);
            Texts(json, "caveats", codebook.Caveats);
            json.WriteStartArray("instruments");
            foreach (var instrument in codebook.Instruments)
            {
                json.WriteStartObject();
                json.WriteString("url", instrument.Url);
                json.WriteString("version", instrument.Version);
                json.WriteString("title", instrument.Title);
                json.WriteString("sha256", instrument.Hash);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("variables");
            foreach (var variable in codebook.Variables)
            {
                Variable(json, variable);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static void Variable(Utf8JsonWriter json, CodebookVariable variable)
    {
        json.WriteStartObject();
        json.WriteString("name", variable.Name);
        json.WriteString("label", variable.Label);
        json.WriteString("wording", variable.Wording);
        Texts(json, "askedIn", variable.AskedIn);
        json.WriteString("format", CodebookCsv.Words(variable.Format));
        json.WriteString("measure", CodebookCsv.Words(variable.Measure));
        json.WriteString("direction", CodebookCsv.Words(variable.Direction));
        Text(json, "scale", variable.Scale);
        Text(json, "topic", variable.Topic);
        Text(json, "domain", variable.Domain);
        if (variable.Level is { } level)
        {
            json.WriteNumber("level", level);
        }

        Text(json, "caveat", variable.Caveat);
        Codes(json, "values", variable.Values);
        Codes(json, "missing", variable.Missing);
        json.WriteEndObject();
    }

    private static void Codes(Utf8JsonWriter json, string name, IReadOnlyList<ColumnValue> codes)
    {
        json.WriteStartArray(name);
        foreach (var code in codes)
        {
            json.WriteStartObject();
            json.WriteNumber("code", code.Code);
            json.WriteString("label", code.Label);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static void Text(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }
}
