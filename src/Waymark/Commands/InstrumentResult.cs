using System.Text;
using System.Text.Json;
using Waymark.Instruments;

namespace Waymark.Commands;

/// <summary>Writes what came of an evaluation as one JSON object on one line.</summary>
internal static class InstrumentResult
{
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <param name="output">Where to.</param>
    /// <param name="id">The case's name, in a batch.</param>
    /// <param name="form">The evaluated form; <see langword="null"/> when the instrument could not be used.</param>
    /// <param name="issues">Everything found.</param>
    /// <param name="full">Whether to add the response.</param>
    internal static void Write(
        TextWriter output,
        string? id,
        Form? form,
        IReadOnlyList<InstrumentIssue> issues,
        bool full
    )
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
        {
            writer.WriteStartObject();
            if (id is not null)
            {
                writer.WriteString("id", id);
            }

            writer.WriteStartObject("enabled");
            foreach (var item in form?.Instrument.All ?? [])
            {
                writer.WriteBoolean(
                    item.LinkId,
                    form!.AllOccurrences(item.LinkId).Any(form.IsEnabled)
                );
            }

            writer.WriteEndObject();
            writer.WriteStartObject("calculated");
            foreach (var item in form?.Instrument.All.Where(item => item.IsCalculated) ?? [])
            {
                WriteValues(
                    writer,
                    item.LinkId,
                    form!.AllOccurrences(item.LinkId).Where(form.IsEnabled).SelectMany(form.Answers)
                );
            }

            writer.WriteEndObject();
            WriteIssues(writer, issues);
            if (full && form is not null)
            {
                writer.WritePropertyName("response");
                writer.WriteRawValue(form.ToCompletedJson(form.Context.Now));
            }

            writer.WriteEndObject();
        }

        output.WriteLine(Encoding.UTF8.GetString(stream.ToArray()));
    }

    private static void WriteValues(
        Utf8JsonWriter writer,
        string linkId,
        IEnumerable<AnswerValue> values
    )
    {
        writer.WriteStartArray(linkId);
        foreach (var value in values)
        {
            switch (value)
            {
                case BooleanAnswer answer:
                    writer.WriteBooleanValue(answer.Value);
                    break;
                case IntegerAnswer answer:
                    writer.WriteNumberValue(answer.Value);
                    break;
                case DecimalAnswer answer:
                    writer.WriteNumberValue(answer.Value);
                    break;
                case QuantityAnswer answer:
                    writer.WriteNumberValue(answer.Value);
                    break;
                case CodingAnswer answer:
                    writer.WriteStringValue(answer.System + "|" + answer.Code);
                    break;
                default:
                    writer.WriteStringValue(AnswerText.Key(value));
                    break;
            }
        }

        writer.WriteEndArray();
    }

    private static void WriteIssues(Utf8JsonWriter writer, IReadOnlyList<InstrumentIssue> issues)
    {
        writer.WriteStartArray("issues");
        foreach (var issue in issues)
        {
            writer.WriteStartObject();
            writer.WriteString("code", issue.Code);
            writer.WriteString("severity", InstrumentChecking.Severity(issue.Severity));
            if (issue.LinkId is not null)
            {
                writer.WriteString("linkId", issue.LinkId);
            }

            if (issue.Path is not null)
            {
                writer.WriteString("path", issue.Path);
            }

            writer.WriteString("text", issue.Text);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
