using System.Text.Json;
using System.Text.Json.Nodes;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;
using Waymark.Instruments.Behavior;
using Waymark.Instruments.Expressions;
using Measure = Waymark.Instruments.Expressions.Measure;

namespace Waymark.Instruments;

/// <summary>Elements that an expression gave, as FHIR JSON.</summary>
internal static class NodeJson
{
    private static readonly JsonSerializerOptions Fhir = new JsonSerializerOptions().ForFhir(
        ModelInfo.ModelInspector
    );

    /// <summary>The element as JSON; <see langword="null"/> for what is no value, such as an item of the response.</summary>
    internal static JsonNode? Write(Node node) =>
        node switch
        {
            Container => null,
            CodingNode coding => Coding(coding.Coding),
            QuantityNode quantity => Quantity(quantity.Quantity),
            ReferenceNode reference => Reference(reference.Reference),
            PocoElement { Poco: PrimitiveType } element => Primitive(element.Value),
            PocoElement element => JsonNode.Parse(JsonSerializer.Serialize(element.Poco, Fhir)),
            _ => Primitive(node.Value),
        };

    internal static JsonObject Coding(CodingAnswer coding) =>
        Object(
            ("system", coding.System),
            ("version", coding.Version),
            ("code", coding.Code.Length == 0 ? null : coding.Code),
            ("display", coding.Display)
        );

    internal static JsonObject Quantity(QuantityAnswer quantity) =>
        Object(
            ("value", quantity.Value),
            ("comparator", quantity.Comparator),
            ("unit", quantity.Unit),
            ("system", quantity.System),
            ("code", quantity.Code)
        );

    internal static JsonObject Reference(ReferenceAnswer reference) =>
        Object(("reference", reference.Reference), ("display", reference.Display));

    private static JsonNode? Primitive(object? value) =>
        value switch
        {
            bool truth => JsonValue.Create(truth),
            int number => JsonValue.Create(number),
            decimal number => JsonValue.Create(number),
            string text => JsonValue.Create(text),
            Temporal temporal => JsonValue.Create(temporal.ToString()),
            Measure measure => Object(
                ("value", measure.Number),
                ("unit", measure.Unit),
                ("system", Units.IsCalendar(measure.Unit) ? null : Units.Ucum),
                ("code", Units.IsCalendar(measure.Unit) ? null : measure.Unit)
            ),
            _ => null,
        };

    private static JsonObject Object(params (string Name, JsonNode? Value)[] properties)
    {
        var result = new JsonObject();
        foreach (var (name, value) in properties)
        {
            if (value is not null)
            {
                result[name] = value;
            }
        }

        return result;
    }
}
