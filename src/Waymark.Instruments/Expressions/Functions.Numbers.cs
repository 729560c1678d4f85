namespace Waymark.Instruments.Expressions;

internal static partial class Functions
{
    private static void AddNumbers()
    {
        Number(
            "abs",
            value =>
                value is int number
                    ? (number == int.MinValue ? Node.Nothing : Atom.Just(Math.Abs(number)))
                    : Atom.Just(Math.Abs((decimal)value))
        );
        Number("ceiling", value => Operators.WholeOf(Math.Ceiling(Decimal(value))));
        Number("floor", value => Operators.WholeOf(Math.Floor(Decimal(value))));
        Number("truncate", value => Operators.WholeOf(decimal.Truncate(Decimal(value))));
        Number("exp", value => FromDouble(Math.Exp((double)Decimal(value))));
        Number("ln", value => FromDouble(Math.Log((double)Decimal(value))));
        Number(
            "sqrt",
            value =>
                Decimal(value) < 0 ? Node.Nothing : FromDouble(Math.Sqrt((double)Decimal(value)))
        );
        Plain(
            "log",
            1,
            1,
            (_, nodes, args) =>
                NumberOf(nodes) is { } value && NumberOf(args[0]) is { } @base
                    ? FromDouble(Math.Log((double)value, (double)@base))
                    : Node.Nothing
        );
        Plain("power", 1, 1, Power);
        Plain("round", 0, 1, Round);
    }

    /// <summary>Adds a function of one number; of a measure it keeps the unit.</summary>
    private static void Number(string name, Func<object, Node[]> body) =>
        Plain(
            name,
            0,
            0,
            (_, nodes, _) =>
                nodes.Length == 0
                    ? Node.Nothing
                    : Operators.Single(nodes).Value switch
                    {
                        int or decimal => body(nodes[0].Value!),
                        Measure measure when body(measure.Number) is [{ Value: { } result }] =>
                        [
                            Atom.Of(measure with { Number = Operators.AsNumber(result)!.Value }),
                        ],
                        _ => throw new EvaluationFaultException(
                            $"a number was expected, not {Operators.Describe(nodes)}"
                        ),
                    }
        );

    private static decimal Decimal(object value) => value is int number ? number : (decimal)value;

    private static decimal? NumberOf(Node[] nodes) =>
        nodes.Length == 0
            ? null
            : Operators.AsNumber(Operators.Single(nodes).Value)
                ?? throw new EvaluationFaultException("a number was expected");

    private static Node[] FromDouble(double value) =>
        double.IsFinite(value) && Math.Abs(value) < 7.9e27
            ? Atom.Just((decimal)value)
            : Node.Nothing;

    private static Node[] Power(Frame frame, Node[] nodes, Node[][] args)
    {
        if (NumberOf(nodes) is not { } value || NumberOf(args[0]) is not { } exponent)
        {
            return Node.Nothing;
        }

        var result = FromDouble(Math.Pow((double)value, (double)exponent));
        return nodes[0].Value is int && args[0][0].Value is int and >= 0 && result.Length == 1
            ? Operators.WholeOf(Math.Round((decimal)result[0].Value!))
            : result;
    }

    // Half goes away from zero, as people round and as the other engines do; FHIRPath leaves it open.
    private static Node[] Round(Frame frame, Node[] nodes, Node[][] args)
    {
        if (NumberOf(nodes) is not { } value)
        {
            return Node.Nothing;
        }

        var places = args.Length == 0 || args[0].Length == 0 ? 0 : Integer(args[0]);
        if (places < 0)
        {
            throw new EvaluationFaultException(
                "a number cannot be rounded to fewer than no decimals"
            );
        }

        return Atom.Just(Math.Round(value, Math.Min(places, 28), MidpointRounding.AwayFromZero));
    }
}
