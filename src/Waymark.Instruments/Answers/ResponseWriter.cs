using System.Text;
using System.Text.Json;
using Waymark.Instruments.Behavior;

namespace Waymark.Instruments;

/// <summary>Writes an open response as a FHIR QuestionnaireResponse, always the same text for the same answers.</summary>
internal sealed class ResponseWriter
{
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly Utf8JsonWriter _writer;
    private readonly bool _isDraft;
    private readonly bool _withTexts;

    private ResponseWriter(Utf8JsonWriter writer, bool isDraft, bool withTexts)
    {
        _writer = writer;
        _isDraft = isDraft;
        _withTexts = withTexts;
    }

    internal static string Write(
        ResponseTree tree,
        bool isDraft,
        DateTimeOffset? authored,
        bool withTexts
    )
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
        {
            writer.WriteStartObject();
            writer.WriteString("resourceType", "QuestionnaireResponse");
            if (tree.Instrument.Url.Length > 0)
            {
                writer.WriteString(
                    "questionnaire",
                    tree.Instrument.Version.Length > 0
                        ? tree.Instrument.Url + "|" + tree.Instrument.Version
                        : tree.Instrument.Url
                );
            }

            writer.WriteString("status", isDraft ? "in-progress" : "completed");
            if (authored is { } moment)
            {
                writer.WriteString(
                    "authored",
                    moment.ToString(
                        "yyyy-MM-dd'T'HH:mm:ss.fffzzz",
                        System.Globalization.CultureInfo.InvariantCulture
                    )
                );
            }

            new ResponseWriter(writer, isDraft, withTexts).WriteItems(tree.Root);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private bool IsWritten(ItemInstance item) => _isDraft ? HasContent(item) : item.IsVisible;

    /// <summary>In a draft an empty instance of a repeating group keeps its place between others that are not.</summary>
    private static bool HasContent(ItemInstance item) =>
        item.HasAnswer || AnyContent(item) || item.Answers.Exists(AnyContent);

    private static bool AnyContent(Container container) =>
        container.Children.Any(list => list.Count > 1 || list.Exists(HasContent));

    private void WriteItems(Container container)
    {
        var started = false;
        foreach (var list in container.Children)
        {
            var keepEmpty = _isDraft && list.Count > 1;
            foreach (var item in list)
            {
                if (!keepEmpty && !IsWritten(item))
                {
                    continue;
                }

                if (!started)
                {
                    _writer.WriteStartArray("item");
                    started = true;
                }

                WriteItem(item);
            }
        }

        if (started)
        {
            _writer.WriteEndArray();
        }
    }

    private void WriteItem(ItemInstance item)
    {
        _writer.WriteStartObject();
        if (_isDraft)
        {
            WriteMarks(item);
        }

        _writer.WriteString("linkId", item.Definition.LinkId);
        if (_withTexts && item.Definition.Text.Length > 0)
        {
            _writer.WriteString("text", item.Definition.Text);
        }

        WriteAnswers(item);
        WriteItems(item);
        _writer.WriteEndObject();
    }

    private void WriteMarks(ItemInstance item)
    {
        var origin =
            item.Definition.IsCalculated && item.HasAnswer
                ? (item.ByPerson ? "entered" : "calculated")
                : null;
        var disabled = !item.OwnEnabled;
        if (origin is null && !disabled)
        {
            return;
        }

        _writer.WriteStartArray("extension");
        if (disabled)
        {
            _writer.WriteStartObject();
            _writer.WriteString("url", ExtensionUrls.Disabled);
            _writer.WriteBoolean("valueBoolean", true);
            _writer.WriteEndObject();
        }

        if (origin is not null)
        {
            _writer.WriteStartObject();
            _writer.WriteString("url", ExtensionUrls.AnswerOrigin);
            _writer.WriteString("valueCode", origin);
            _writer.WriteEndObject();
        }

        _writer.WriteEndArray();
    }

    private void WriteAnswers(ItemInstance item)
    {
        var started = false;
        foreach (var answer in item.Answers)
        {
            var written = answer.HasValue || (_isDraft ? AnyContent(answer) : answer.HasContent);
            if (!written)
            {
                continue;
            }

            if (!started)
            {
                _writer.WriteStartArray("answer");
                started = true;
            }

            _writer.WriteStartObject();
            if (answer.Given is { } value)
            {
                ValueWriter.Write(_writer, value);
            }

            WriteItems(answer);
            _writer.WriteEndObject();
        }

        if (started)
        {
            _writer.WriteEndArray();
        }
    }
}

/// <summary>Writes FHIR's <c>value[x]</c>.</summary>
internal static class ValueWriter
{
    internal static void Write(Utf8JsonWriter writer, AnswerValue value)
    {
        switch (value)
        {
            case BooleanAnswer answer:
                writer.WriteBoolean("valueBoolean", answer.Value);
                break;
            case IntegerAnswer answer:
                writer.WriteNumber("valueInteger", answer.Value);
                break;
            case DecimalAnswer answer:
                writer.WriteNumber("valueDecimal", answer.Value);
                break;
            case DateAnswer answer:
                writer.WriteString("valueDate", answer.Value.ToString());
                break;
            case DateTimeAnswer answer:
                writer.WriteString("valueDateTime", answer.Value);
                break;
            case TimeAnswer answer:
                writer.WriteString("valueTime", AnswerText.Clock(answer.Value));
                break;
            case StringAnswer answer:
                writer.WriteString("valueString", answer.Value);
                break;
            case UriAnswer answer:
                writer.WriteString("valueUri", answer.Value);
                break;
            case CodingAnswer answer:
                writer.WriteStartObject("valueCoding");
                Text(writer, "system", answer.System);
                Text(writer, "version", answer.Version);
                Text(writer, "code", answer.Code);
                Text(writer, "display", answer.Display);
                writer.WriteEndObject();
                break;
            case QuantityAnswer answer:
                writer.WriteStartObject("valueQuantity");
                writer.WriteNumber("value", answer.Value);
                Text(writer, "comparator", answer.Comparator);
                Text(writer, "unit", answer.Unit);
                Text(writer, "system", answer.System);
                Text(writer, "code", answer.Code);
                writer.WriteEndObject();
                break;
            case ReferenceAnswer answer:
                writer.WriteStartObject("valueReference");
                Text(writer, "reference", answer.Reference);
                Text(writer, "display", answer.Display);
                writer.WriteEndObject();
                break;
            default:
                throw new InvalidOperationException(
                    "An answer of a kind unknown here: " + value.GetType()
                );
        }
    }

    private static void Text(Utf8JsonWriter writer, string name, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            // What the application handed in need not be whole; half a character cannot be written.
            writer.WriteString(
                name,
                JsonInput.IsWhole(text)
                    ? text
                    : System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text))
            );
        }
    }
}
