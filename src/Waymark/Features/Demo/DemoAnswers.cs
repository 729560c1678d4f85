using System.Text;
using System.Text.Json;
using Waymark.Instruments;

namespace Waymark.Features.Demo;

/// <summary>Writes made-up answers as a survey's page would have stored them, without opening a form for each of thousands.</summary>
internal static class DemoAnswers
{
    private static readonly JsonWriterOptions s_options = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The response.</summary>
    /// <param name="survey">The survey.</param>
    /// <param name="code">The code of the answer to a question by its linkId; null where it is left open.</param>
    public static string Write(Instrument survey, Func<string, string?> code)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, s_options))
        {
            writer.WriteStartObject();
            writer.WriteString("resourceType", "QuestionnaireResponse");
            writer.WriteString("questionnaire", survey.Url + "|" + survey.Version);
            writer.WriteString("status", "completed");
            WriteItems(writer, survey.Items, code);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static void WriteItems(
        Utf8JsonWriter writer,
        IReadOnlyList<ItemDefinition> items,
        Func<string, string?> code
    )
    {
        var started = false;
        foreach (var item in items)
        {
            if (!item.IsQuestion && item.Items.Count == 0)
            {
                continue;
            }

            if (!started)
            {
                writer.WriteStartArray("item");
                started = true;
            }

            writer.WriteStartObject();
            writer.WriteString("linkId", item.LinkId);
            if (
                item.IsQuestion
                && code(item.LinkId) is { } given
                && item
                    .Options.Select(option => option.Value)
                    .OfType<CodingAnswer>()
                    .FirstOrDefault(coding => coding.Code == given)
                    is { } answer
            )
            {
                WriteAnswer(writer, answer);
            }

            WriteItems(writer, item.Items, code);
            writer.WriteEndObject();
        }

        if (started)
        {
            writer.WriteEndArray();
        }
    }

    private static void WriteAnswer(Utf8JsonWriter writer, CodingAnswer answer)
    {
        writer.WriteStartArray("answer");
        writer.WriteStartObject();
        writer.WriteStartObject("valueCoding");
        writer.WriteString("system", answer.System);
        writer.WriteString("code", answer.Code);
        writer.WriteString("display", answer.Display);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndArray();
    }
}
