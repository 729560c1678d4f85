using System.Globalization;
using System.Text.Json;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;

namespace Waymark.Instruments.Expressions;

/// <summary>A part of a resource that is not the open response: of the definition itself, or of what the application handed in.</summary>
internal sealed class PocoElement : Node
{
    private readonly PocoNode _node;

    private PocoElement(PocoNode node) => _node = node;

    internal Base Poco => _node.Poco;

    internal override string TypeName => Poco.TypeName;

    internal override string? ElementName => _node.Name;

    internal override object? Value => Primitive(Poco);

    internal static PocoElement From(Base poco) => new(PocoNodeOrList.Root(poco, null));

    /// <summary>A definition that has passed the engine's own checks, as FHIRPath sees it.</summary>
    internal static Node FromJson(string json)
    {
        try
        {
            var options = new JsonSerializerOptions()
                .ForFhir(ModelInfo.ModelInspector)
                .UsingMode(DeserializationMode.Ostrich);
            return From(JsonSerializer.Deserialize<Resource>(json, options)!);
        }
        catch (Exception exception)
            when (exception is DeserializationFailedException or JsonException)
        {
            return From(new Questionnaire());
        }
    }

    internal override void AddChildren(string name, List<Node> into)
    {
        var before = into.Count;
        AddNamed(name, into);
        if (
            into.Count == before
            && name.Length > 5
            && name.StartsWith("value", StringComparison.Ordinal)
            && char.IsAsciiLetterUpper(name[5])
        )
        {
            AddNamed("value", into);
            for (var i = into.Count - 1; i >= before; i--)
            {
                if (!string.Equals(into[i].TypeName, name[5..], StringComparison.OrdinalIgnoreCase))
                {
                    into.RemoveAt(i);
                }
            }
        }
    }

    internal override void AddAllChildren(List<Node> into)
    {
        foreach (var list in _node.Children())
        {
            foreach (var child in list)
            {
                if (child.Name != "value" || Poco is not PrimitiveType)
                {
                    into.Add(new PocoElement(child));
                }
            }
        }
    }

    private void AddNamed(string name, List<Node> into)
    {
        if (Poco is PrimitiveType && name == "value")
        {
            return;
        }

        if (_node.Child(name) is { } children)
        {
            foreach (var child in children)
            {
                into.Add(new PocoElement(child));
            }
        }
    }

    private static object? Primitive(Base poco)
    {
        switch (poco)
        {
            case FhirBoolean { Value: { } value }:
                return value;
            case Integer { Value: { } value }:
                return value;
            case PositiveInt { Value: { } value }:
                return value;
            case UnsignedInt { Value: { } value }:
                return value;
            case FhirDecimal { Value: { } value }:
                return value;
            case Date { Value: { } text }:
                return Temporal.TryParse(text, TemporalKind.Date, out var date) ? date : text;
            case FhirDateTime { Value: { } text }:
                return Temporal.TryParse(text, TemporalKind.DateTime, out var dateTime)
                    ? dateTime
                    : text;
            case Instant { Value: { } instant }:
                return Temporal.FromInstant(instant);
            case Time { Value: { } text }:
                return Temporal.TryParse(text, TemporalKind.Time, out var time) ? time : text;
            case Quantity { Value: { } number } quantity:
                return new Measure(number, quantity.Code ?? quantity.Unit ?? "1");
            case PrimitiveType { JsonValue: { } raw }:
                return Convert.ToString(raw, CultureInfo.InvariantCulture);
            default:
                return null;
        }
    }
}
