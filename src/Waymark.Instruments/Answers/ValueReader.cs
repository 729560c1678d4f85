using System.Globalization;
using System.Text.Json;

namespace Waymark.Instruments;

/// <summary>Reads FHIR's <c>value[x]</c>, <c>answer[x]</c> and the like from JSON.</summary>
internal static class ValueReader
{
    private static readonly HashSet<string> Choices =
    [
        "Boolean",
        "Decimal",
        "Integer",
        "Date",
        "DateTime",
        "Time",
        "String",
        "Uri",
        "Coding",
        "Quantity",
        "Reference",
        "Attachment",
    ];

    /// <summary>The property of <paramref name="parent"/> that is <paramref name="prefix"/> followed by a type.</summary>
    internal static (string Name, JsonElement Value)? Find(JsonElement parent, string prefix)
    {
        if (parent.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        foreach (var property in parent.Properties())
        {
            if (
                property.Name.StartsWith(prefix, StringComparison.Ordinal)
                && Choices.Contains(property.Name[prefix.Length..])
            )
            {
                return (property.Name, property.Value);
            }
        }

        return null;
    }

    /// <summary>Reads the value whose type the property's name tells.</summary>
    /// <returns>The value, or <see langword="null"/> when it is malformed or of a kind that is no answer.</returns>
    internal static AnswerValue? Read(string type, JsonElement value) =>
        (type, value.ValueKind) switch
        {
            ("Boolean", JsonValueKind.True) => new BooleanAnswer(true),
            ("Boolean", JsonValueKind.False) => new BooleanAnswer(false),
            ("Integer", JsonValueKind.Number) => value.TryGetInt32(out var i)
                ? new IntegerAnswer(i)
                : null,
            ("Decimal", JsonValueKind.Number) => value.TryGetDecimal(out var d)
                ? new DecimalAnswer(d)
                : null,
            ("Date", JsonValueKind.String) => PartialDate.TryParse(value.GetString(), out var date)
                ? new DateAnswer(date)
                : null,
            ("DateTime", JsonValueKind.String) => FhirDateTimes.IsDateTime(value.GetString()!)
                ? new DateTimeAnswer(value.GetString()!)
                : null,
            ("Time", JsonValueKind.String) => FhirDateTimes.TryTime(
                value.GetString()!,
                out var time
            )
                ? new TimeAnswer(time)
                : null,
            ("String", JsonValueKind.String) => value.GetString() is { Length: > 0 } text
                ? new StringAnswer(text)
                : null,
            ("Uri", JsonValueKind.String) => value.GetString() is { Length: > 0 } uri
                ? new UriAnswer(uri)
                : null,
            ("Coding", JsonValueKind.Object) => Coding(value),
            ("Quantity", JsonValueKind.Object) => Quantity(value),
            ("Reference", JsonValueKind.Object) => Text(value, "reference") is { } reference
                ? new ReferenceAnswer(reference, Text(value, "display"))
                : null,
            _ => null,
        };

    internal static CodingAnswer? Coding(JsonElement value)
    {
        var code = Text(value, "code");
        var display = Text(value, "display");
        return code is null && display is null
            ? null
            : new CodingAnswer(Text(value, "system"), code ?? "", display)
            {
                Version = Text(value, "version"),
            };
    }

    internal static QuantityAnswer? Quantity(JsonElement value) =>
        value.TryGet("value", out var number)
        && number.ValueKind == JsonValueKind.Number
        && number.TryGetDecimal(out var d)
            ? new QuantityAnswer(d, Text(value, "unit"), Text(value, "system"), Text(value, "code"))
            {
                Comparator = Text(value, "comparator"),
            }
            : null;

    /// <summary>The property of an object; nothing of anything else, for the input need not be what it should be.</summary>
    internal static bool TryGet(this JsonElement parent, string name, out JsonElement value)
    {
        value = default;
        return parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out value);
    }

    internal static string? Text(JsonElement parent, string name) =>
        parent.TryGet(name, out var value)
        && value.ValueKind == JsonValueKind.String
        && value.GetString() is { Length: > 0 } text
            ? text
            : null;
}

/// <summary>FHIR's written forms of times.</summary>
internal static class FhirDateTimes
{
    internal static bool TryTime(string text, out TimeOnly time) =>
        TimeOnly.TryParseExact(
            text,
            ["HH:mm:ss", "HH:mm:ss.f", "HH:mm:ss.ff", "HH:mm:ss.fff", "HH:mm:ss.FFFFFFF"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out time
        );

    /// <summary>Whether the text is a FHIR <c>dateTime</c>: a partial date, or a whole date with a time and an offset.</summary>
    internal static bool IsDateTime(string text) =>
        text.Length <= 10
            ? PartialDate.TryParse(text, out _)
            : text.Length >= 20 && text[10] == 'T' && TryInstant(text, out _);

    /// <summary>Reads a <c>dateTime</c> that has a time and an offset.</summary>
    internal static bool TryInstant(string text, out DateTimeOffset instant) =>
        DateTimeOffset.TryParseExact(
            text,
            [
                "yyyy-MM-dd'T'HH:mm:sszzz",
                "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz",
                "yyyy-MM-dd'T'HH:mm:ss'Z'",
                "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'",
            ],
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out instant
        );
}
