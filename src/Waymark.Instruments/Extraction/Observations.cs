using System.Globalization;
using System.Text.Json.Nodes;

namespace Waymark.Instruments;

/// <summary>Observations out of single answers, as the SDC guide's observation-based extraction fills them in.</summary>
internal static class Observations
{
    /// <summary>The observation; <see langword="null"/> when there is none with such a value.</summary>
    internal static JsonObject? Make(
        ObservedItem observed,
        AnswerValue answer,
        ExtractionContext context
    )
    {
        if (Value(observed.Item, answer) is not var (name, value))
        {
            return null;
        }

        var authored = context.Authored.ToString(
            "yyyy-MM-dd'T'HH:mm:sszzz",
            CultureInfo.InvariantCulture
        );
        var observation = new JsonObject { ["resourceType"] = "Observation", ["status"] = "final" };
        if (observed.Categories.Count > 0)
        {
            observation["category"] = new JsonArray([
                .. observed.Categories.Select(category => category.DeepClone()),
            ]);
        }

        observation["code"] = new JsonObject
        {
            ["coding"] = new JsonArray([.. observed.Item.Codes.Select(NodeJson.Coding)]),
        };
        if (context.Subject is { } subject)
        {
            observation["subject"] = NodeJson.Reference(subject);
        }

        observation["effectiveDateTime"] = authored;
        observation["issued"] = authored;
        if (context.Author is { } author)
        {
            observation["performer"] = new JsonArray(NodeJson.Reference(author));
        }

        observation[name] = value;
        if (context.Response is { } response)
        {
            observation["derivedFrom"] = new JsonArray(new JsonObject { ["reference"] = response });
        }

        return observation;
    }

    private static (string Name, JsonNode Value)? Value(ItemDefinition item, AnswerValue answer) =>
        answer switch
        {
            IntegerAnswer number when item.Unit is not null => Quantity(number.Value, item.Unit),
            DecimalAnswer number => Quantity(number.Value, item.Unit),
            IntegerAnswer number => ("valueInteger", JsonValue.Create(number.Value)),
            BooleanAnswer boolean => ("valueBoolean", JsonValue.Create(boolean.Value)),
            StringAnswer text => ("valueString", JsonValue.Create(text.Value)),
            UriAnswer uri => ("valueString", JsonValue.Create(uri.Value)),
            DateAnswer date => ("valueDateTime", JsonValue.Create(date.Value.ToString())),
            DateTimeAnswer dateTime => ("valueDateTime", JsonValue.Create(dateTime.Value)),
            TimeAnswer time => (
                "valueTime",
                JsonValue.Create(time.Value.ToString("HH:mm:ss", CultureInfo.InvariantCulture))
            ),
            QuantityAnswer quantity => ("valueQuantity", NodeJson.Quantity(quantity)),
            CodingAnswer coding => (
                "valueCodeableConcept",
                new JsonObject { ["coding"] = new JsonArray(NodeJson.Coding(coding)) }
            ),
            // R4's Observation has no reference for a value.
            ReferenceAnswer => null,
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static (string Name, JsonNode Value)? Quantity(decimal number, CodingAnswer? unit) =>
        (
            "valueQuantity",
            NodeJson.Quantity(new QuantityAnswer(number, unit?.Display, unit?.System, unit?.Code))
        );
}
