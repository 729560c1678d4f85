namespace Waymark.Instruments.Expressions;

internal static partial class Functions
{
    private static void AddConversions()
    {
        Conversion(
            "Boolean",
            node => Conversions.ToBoolean(node) is { } value ? Atom.Of(value) : null
        );
        Conversion(
            "Integer",
            node => Conversions.ToInteger(node) is { } value ? Atom.Of(value) : null
        );
        Conversion(
            "Decimal",
            node => Conversions.ToDecimal(node) is { } value ? Atom.Of(value) : null
        );
        Conversion("String", node => Conversions.ToText(node) is { } value ? Atom.Of(value) : null);
        Conversion("Date", node => Conversions.ToDate(node) is { } value ? Atom.Of(value) : null);
        Conversion(
            "DateTime",
            node => Conversions.ToDateTime(node) is { } value ? Atom.Of(value) : null
        );
        Conversion("Time", node => Conversions.ToTime(node) is { } value ? Atom.Of(value) : null);
        Plain("toQuantity", 0, 1, ToQuantity);
        Plain(
            "convertsToQuantity",
            0,
            1,
            (frame, nodes, args) =>
                nodes.Length == 0
                    ? Node.Nothing
                    : Atom.Just(ToQuantity(frame, nodes, args).Length > 0)
        );
        Plain("now", 0, 0, (frame, _, _) => [Atom.Of(Temporal.FromInstant(frame.Context.Now))]);
        Plain(
            "today",
            0,
            0,
            (frame, _, _) =>
                [Atom.Of(Temporal.FromDate(DateOnly.FromDateTime(frame.Context.Now.DateTime)))]
        );
        Plain(
            "timeOfDay",
            0,
            0,
            (frame, _, _) =>
                [Atom.Of(Temporal.FromTime(TimeOnly.FromDateTime(frame.Context.Now.DateTime)))]
        );
        Plain(
            "type",
            0,
            0,
            (_, nodes, _) =>
                [
                    .. nodes.Select(node =>
                        Atom.Of((node.IsSystem ? "System." : "FHIR.") + node.TypeName)
                    ),
                ]
        );
    }

    private static void Conversion(string type, Func<Node, Atom?> convert)
    {
        Plain(
            "to" + type,
            0,
            0,
            (_, nodes, _) =>
                nodes.Length > 0 && convert(Operators.Single(nodes)) is { } value
                    ? [value]
                    : Node.Nothing
        );
        Plain(
            "convertsTo" + type,
            0,
            0,
            (_, nodes, _) =>
                nodes.Length == 0
                    ? Node.Nothing
                    : Atom.Just(convert(Operators.Single(nodes)) is not null)
        );
    }

    private static Node[] ToQuantity(Frame frame, Node[] nodes, Node[][] args)
    {
        if (nodes.Length == 0 || Conversions.ToQuantity(Operators.Single(nodes)) is not { } measure)
        {
            return Node.Nothing;
        }

        var converted =
            args.Length == 0 || args[0].Length == 0
                ? measure
                : Units.Convert(measure, Operators.TextOf(args[0]));
        return converted is null ? Node.Nothing : [Atom.Of(converted)];
    }
}
