namespace Waymark.Instruments.Expressions;

/// <summary>Answers as FHIRPath sees them, and back.</summary>
internal static class AnswerNodes
{
    internal static Node Of(AnswerValue value, ItemDefinition? question) =>
        value switch
        {
            BooleanAnswer answer => Atom.Fhir(answer.Value, "boolean"),
            IntegerAnswer answer => Atom.Fhir(answer.Value, "integer"),
            DecimalAnswer answer => Atom.Fhir(answer.Value, "decimal"),
            DateAnswer answer => Atom.Fhir(Temporal.FromDate(answer.Value), "date"),
            DateTimeAnswer answer => Atom.Fhir(
                Temporal.TryParse(answer.Value, TemporalKind.DateTime, out var moment)
                    ? moment
                    : (object)answer.Value,
                "dateTime"
            ),
            TimeAnswer answer => Atom.Fhir(Temporal.FromTime(answer.Value), "time"),
            StringAnswer answer => Atom.Fhir(answer.Value, "string"),
            UriAnswer answer => Atom.Fhir(answer.Value, "uri"),
            CodingAnswer answer => new CodingNode(answer, question),
            QuantityAnswer answer => new QuantityNode(answer),
            ReferenceAnswer answer => new ReferenceNode(answer),
            _ => throw new InvalidOperationException(
                "An answer of a kind unknown here: " + value.GetType()
            ),
        };

    /// <summary>The answer that a node stands for, in the type a node has of itself; <see langword="null"/> when it is no answer.</summary>
    internal static AnswerValue? ToAnswer(Node node) =>
        node switch
        {
            CodingNode coding => coding.Coding,
            QuantityNode quantity => quantity.Quantity,
            ReferenceNode reference => reference.Reference,
            PocoElement poco when FromPoco(poco) is { } answer => answer,
            _ => node.Value switch
            {
                bool value => new BooleanAnswer(value),
                int value => new IntegerAnswer(value),
                decimal value => new DecimalAnswer(value),
                string { Length: > 0 } value => node.TypeName is "uri" or "url" or "canonical"
                    ? new UriAnswer(value)
                    : new StringAnswer(value),
                Temporal { Kind: TemporalKind.Date } value => new DateAnswer(value.ToPartialDate()),
                Temporal { Kind: TemporalKind.DateTime } value => new DateTimeAnswer(
                    value.ToString()
                ),
                Temporal { Kind: TemporalKind.Time } value => new TimeAnswer(
                    TimeOnly.FromDateTime(value.At)
                ),
                Measure value => new QuantityAnswer(
                    value.Number,
                    value.Unit,
                    Units.IsCalendar(value.Unit) ? null : Units.Ucum,
                    value.Unit
                ),
                _ => null,
            },
        };

    private static AnswerValue? FromPoco(PocoElement element) =>
        element.Poco switch
        {
            Hl7.Fhir.Model.Coding coding
                when coding.Code is not null || coding.Display is not null => new CodingAnswer(
                coding.System,
                coding.Code ?? "",
                coding.Display
            ),
            // A concept of a value set stands for its coding: options are often taken from %questionnaire.contained.
            Hl7.Fhir.Model.ValueSet.ContainsComponent { Code: { } code } concept =>
                new CodingAnswer(concept.System, code, concept.Display),
            Hl7.Fhir.Model.ValueSet.ConceptReferenceComponent { Code: { } code } concept =>
                new CodingAnswer(null, code, concept.Display),
            Hl7.Fhir.Model.Quantity { Value: { } number } quantity => new QuantityAnswer(
                number,
                quantity.Unit,
                quantity.System,
                quantity.Code
            ),
            Hl7.Fhir.Model.ResourceReference { Reference: { } reference } resource =>
                new ReferenceAnswer(reference, resource.Display),
            _ => null,
        };
}

/// <summary>A coding that was chosen.</summary>
internal sealed class CodingNode(CodingAnswer coding, ItemDefinition? question) : Node
{
    internal CodingAnswer Coding => coding;

    /// <summary>The question it answers, whose options tell its weight.</summary>
    internal ItemDefinition? Question => question;

    internal override string TypeName => "Coding";

    internal override void AddChildren(string name, List<Node> into)
    {
        var (text, type) = name switch
        {
            "system" => (coding.System, "uri"),
            "version" => (coding.Version, "string"),
            "code" => (coding.Code.Length > 0 ? coding.Code : null, "code"),
            "display" => (coding.Display, "string"),
            _ => (null, ""),
        };
        if (text is not null)
        {
            into.Add(Atom.Fhir(text, type));
        }
    }

    internal override void AddAllChildren(List<Node> into)
    {
        AddChildren("system", into);
        AddChildren("version", into);
        AddChildren("code", into);
        AddChildren("display", into);
    }

    private decimal? _weight;
    private bool _weightKnown;

    /// <summary>What it counts towards a score by the options of its question; <see langword="null"/> when nothing.</summary>
    internal decimal? Weight
    {
        get
        {
            if (!_weightKnown)
            {
                _weight = FindWeight();
                _weightKnown = true;
            }

            return _weight;
        }
    }

    private decimal? FindWeight()
    {
        foreach (var option in question?.Options ?? [])
        {
            if (option.Value.Equals(coding))
            {
                return option.Weight;
            }
        }

        return null;
    }
}

/// <summary>A quantity that was given.</summary>
internal sealed class QuantityNode(QuantityAnswer quantity) : Node
{
    private readonly Measure _measure = new(quantity.Value, quantity.Code ?? quantity.Unit ?? "1");

    internal QuantityAnswer Quantity => quantity;

    internal override string TypeName => "Quantity";

    internal override object Value => _measure;

    internal override void AddChildren(string name, List<Node> into)
    {
        if (name == "value")
        {
            into.Add(Atom.Fhir(quantity.Value, "decimal"));
            return;
        }

        var (text, type) = name switch
        {
            "comparator" => (quantity.Comparator, "code"),
            "unit" => (quantity.Unit, "string"),
            "system" => (quantity.System, "uri"),
            "code" => (quantity.Code, "code"),
            _ => (null, ""),
        };
        if (text is not null)
        {
            into.Add(Atom.Fhir(text, type));
        }
    }

    internal override void AddAllChildren(List<Node> into)
    {
        AddChildren("value", into);
        AddChildren("comparator", into);
        AddChildren("unit", into);
        AddChildren("system", into);
        AddChildren("code", into);
    }
}

/// <summary>A reference that was given.</summary>
internal sealed class ReferenceNode(ReferenceAnswer reference) : Node
{
    internal ReferenceAnswer Reference => reference;

    internal override string TypeName => "Reference";

    internal override void AddChildren(string name, List<Node> into)
    {
        var text = name switch
        {
            "reference" => reference.Reference,
            "display" => reference.Display,
            _ => null,
        };
        if (text is not null)
        {
            into.Add(Atom.Fhir(text, "string"));
        }
    }

    internal override void AddAllChildren(List<Node> into)
    {
        AddChildren("reference", into);
        AddChildren("display", into);
    }
}
