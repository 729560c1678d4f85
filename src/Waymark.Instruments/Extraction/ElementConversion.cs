using System.Globalization;
using System.Text.Json.Nodes;

namespace Waymark.Instruments;

/// <summary>Answers as the elements of resources hold them.</summary>
internal static class ElementConversion
{
    /// <summary>The types that can hold the answers of an item without losing anything, the best first.</summary>
    internal static IReadOnlyList<string> TypesFor(ItemDefinition item) =>
        item.Type switch
        {
            ItemType.Boolean => ["boolean"],
            ItemType.Integer => ["integer", "positiveInt", "unsignedInt", "decimal", "Quantity"],
            ItemType.Decimal => ["decimal", "Quantity"],
            ItemType.Date => ["date", "dateTime"],
            ItemType.DateTime => ["dateTime"],
            ItemType.Time => ["time"],
            ItemType.String or ItemType.Text =>
            [
                "string",
                "markdown",
                "CodeableConcept",
                "Annotation",
            ],
            ItemType.Url => ["uri", "url", "canonical", "string"],
            ItemType.Choice or ItemType.OpenChoice =>
            [
                "Coding",
                "CodeableConcept",
                "code",
                "string",
                "date",
                "time",
                "integer",
            ],
            ItemType.Quantity => ["Quantity"],
            ItemType.Reference => ["Reference"],
            ItemType.Group or ItemType.Display or ItemType.Attachment => [],
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>The answer in the best of the types offered, with that type; <see langword="null"/> when it fits none.</summary>
    internal static (string Type, JsonNode Json)? Convert(
        AnswerValue answer,
        IReadOnlyList<string> types,
        CodingAnswer? unit = null
    )
    {
        foreach (var type in Preferred(answer))
        {
            if (types.Contains(type) && As(answer, type, unit) is { } json)
            {
                return (type, json);
            }
        }

        return null;
    }

    private static string[] Preferred(AnswerValue answer) =>
        answer switch
        {
            BooleanAnswer => ["boolean"],
            IntegerAnswer => ["integer", "positiveInt", "unsignedInt", "decimal", "Quantity"],
            DecimalAnswer => ["decimal", "Quantity"],
            DateAnswer => ["date", "dateTime"],
            DateTimeAnswer => ["dateTime"],
            TimeAnswer => ["time"],
            StringAnswer => ["string", "markdown", "CodeableConcept", "Annotation"],
            UriAnswer => ["uri", "url", "canonical", "string"],
            CodingAnswer => ["Coding", "CodeableConcept", "code", "string"],
            QuantityAnswer => ["Quantity"],
            ReferenceAnswer => ["Reference"],
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static JsonNode? As(AnswerValue answer, string type, CodingAnswer? unit) =>
        (answer, type) switch
        {
            (BooleanAnswer value, _) => JsonValue.Create(value.Value),
            (IntegerAnswer { Value: < 1 }, "positiveInt")
            or (IntegerAnswer { Value: < 0 }, "unsignedInt") => null,
            (IntegerAnswer value, "Quantity") => Quantity(value.Value, unit),
            (DecimalAnswer value, "Quantity") => Quantity(value.Value, unit),
            (IntegerAnswer value, _) => JsonValue.Create(value.Value),
            (DecimalAnswer value, _) => JsonValue.Create(value.Value),
            (DateAnswer value, _) => JsonValue.Create(value.Value.ToString()),
            (DateTimeAnswer value, _) => JsonValue.Create(value.Value),
            (TimeAnswer value, _) => JsonValue.Create(
                value.Value.ToString("HH:mm:ss", CultureInfo.InvariantCulture)
            ),
            (StringAnswer value, "CodeableConcept" or "Annotation") => new JsonObject
            {
                ["text"] = value.Value,
            },
            (StringAnswer value, _) => JsonValue.Create(value.Value),
            (UriAnswer value, _) => JsonValue.Create(value.Value),
            (CodingAnswer value, "Coding") => NodeJson.Coding(value),
            (CodingAnswer value, "CodeableConcept") => new JsonObject
            {
                ["coding"] = new JsonArray(NodeJson.Coding(value)),
            },
            (CodingAnswer { Code.Length: > 0 } value, "code") => JsonValue.Create(value.Code),
            (CodingAnswer { Display: { } display }, "string") => JsonValue.Create(display),
            (QuantityAnswer value, _) => NodeJson.Quantity(value),
            (ReferenceAnswer value, _) => NodeJson.Reference(value),
            _ => null,
        };

    private static JsonObject Quantity(decimal number, CodingAnswer? unit) =>
        NodeJson.Quantity(new QuantityAnswer(number, unit?.Display, unit?.System, unit?.Code));
}
