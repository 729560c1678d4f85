namespace Waymark.Instruments.Expressions;

/// <summary>FHIRPath's operators on collections.</summary>
internal static class Operators
{
    /// <summary>Equality: nothing where either side is empty or the precision of dates does not tell.</summary>
    internal static bool? AreEqual(Frame frame, Node[] left, Node[] right)
    {
        if (left.Length == 0 || right.Length == 0)
        {
            return null;
        }

        if (left.Length != right.Length)
        {
            return false;
        }

        bool? result = true;
        for (var i = 0; i < left.Length; i++)
        {
            switch (AreEqual(frame, left[i], right[i]))
            {
                case false:
                    return false;
                case null:
                    result = null;
                    break;
                default:
                    break;
            }
        }

        return result;
    }

    internal static bool? AreEqual(Frame frame, Node left, Node right)
    {
        frame.Spend(1);
        if (ReferenceEquals(left, right))
        {
            return true;
        }

        var (a, b) = (left.Value, right.Value);
        switch (a, b)
        {
            case (null, null):
                return SameStructure(frame, left, right);
            case (string x, string y):
                return string.Equals(x, y, StringComparison.Ordinal);
            case (bool x, bool y):
                return x == y;
            case (int x, int y):
                return x == y;
            case (Temporal x, Temporal y):
                return x.CompareTo(y, frame.Context.Now.Offset) is { } order ? order == 0
                    : (x.Kind == TemporalKind.Time) != (y.Kind == TemporalKind.Time) ? false
                    : null;
            case (Temporal x, string y):
                return AsTemporal(y, x.Kind) is { } parsed
                    ? x.CompareTo(parsed, frame.Context.Now.Offset) is { } o
                        ? o == 0
                        : null
                    : false;
            case (string x, Temporal y):
                return AsTemporal(x, y.Kind) is { } read
                    ? read.CompareTo(y, frame.Context.Now.Offset) is { } p
                        ? p == 0
                        : null
                    : false;
            case (Measure x, Measure y):
                return Units.ToCommon(x, y) is { } common ? common.Left == common.Right : null;
            default:
                return (AsNumber(a), AsNumber(b)) is ({ } m, { } n) && m == n;
        }
    }

    /// <summary>Equivalence: order does not matter, text without regard to case and white space, empty equals empty.</summary>
    internal static bool AreEquivalent(Frame frame, Node[] left, Node[] right)
    {
        if (left.Length != right.Length)
        {
            return false;
        }

        var rest = right.ToList();
        foreach (var node in left)
        {
            var found = rest.FindIndex(other => AreEquivalent(frame, node, other));
            if (found < 0)
            {
                return false;
            }

            rest.RemoveAt(found);
        }

        return true;
    }

    private static bool AreEquivalent(Frame frame, Node left, Node right)
    {
        frame.Spend(1);
        switch (left.Value, right.Value)
        {
            case (string x, string y):
                return string.Equals(Normal(x), Normal(y), StringComparison.OrdinalIgnoreCase);
            case (decimal or int, decimal or int):
                var (a, b) = (AsNumber(left.Value)!.Value, AsNumber(right.Value)!.Value);
                var places = Math.Min(Places(a), Places(b));
                return Math.Round(a, places, MidpointRounding.AwayFromZero)
                    == Math.Round(b, places, MidpointRounding.AwayFromZero);
            case (null, null) when left is CodingNode c && right is CodingNode d:
                return string.Equals(c.Coding.Code, d.Coding.Code, StringComparison.Ordinal)
                    && string.Equals(c.Coding.System, d.Coding.System, StringComparison.Ordinal);
            default:
                return AreEqual(frame, left, right) ?? false;
        }
    }

    private static int Places(decimal value) => Math.Min((int)value.Scale, 28);

    private static string Normal(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Less than, equal to or greater than zero; <see langword="null"/> where that cannot be told.</summary>
    /// <exception cref="EvaluationFaultException">The two are of kinds that do not compare.</exception>
    internal static int? Compare(Frame frame, Node[] left, Node[] right)
    {
        if (left.Length == 0 || right.Length == 0)
        {
            return null;
        }

        frame.Spend(1);
        var (a, b) = (Single(left).Value, Single(right).Value);
        switch (a, b)
        {
            case (string x, string y):
                return string.CompareOrdinal(x, y);
            case (Temporal x, Temporal y):
                return x.CompareTo(y, frame.Context.Now.Offset);
            case (Temporal x, string y) when AsTemporal(y, x.Kind) is { } parsed:
                return x.CompareTo(parsed, frame.Context.Now.Offset);
            case (string x, Temporal y) when AsTemporal(x, y.Kind) is { } read:
                return read.CompareTo(y, frame.Context.Now.Offset);
            case (Measure x, Measure y):
                return Units.ToCommon(x, y) is { } common
                    ? common.Left.CompareTo(common.Right)
                    : null;
            case (Measure x, _) when AsNumber(b) is { } n:
                return Units.ToCommon(x, new Measure(n, "1")) is { } one
                    ? one.Left.CompareTo(one.Right)
                    : null;
            case (_, Measure y) when AsNumber(a) is { } m:
                return Units.ToCommon(new Measure(m, "1"), y) is { } two
                    ? two.Left.CompareTo(two.Right)
                    : null;
            default:
                return (AsNumber(a), AsNumber(b)) is ({ } p, { } q)
                    ? p.CompareTo(q)
                    : throw new EvaluationFaultException(
                        $"{Describe(left)} and {Describe(right)} cannot be compared"
                    );
        }
    }

    internal static Node[] Arithmetic(Frame frame, string op, Node[] left, Node[] right)
    {
        if (op == "&")
        {
            return Concat(
                frame,
                left.Length == 0 ? "" : TextOf(left),
                right.Length == 0 ? "" : TextOf(right)
            );
        }

        if (left.Length == 0 || right.Length == 0)
        {
            return Node.Nothing;
        }

        frame.Spend(1);
        var (a, b) = (Single(left).Value, Single(right).Value);
        switch (a, b)
        {
            case (int x, int y):
                return Whole(op, x, y);
            case (string x, string y) when op == "+":
                return Concat(frame, x, y);
            case (Temporal x, Measure y) when op is "+" or "-":
                return x.Add(y, op == "+" ? 1 : -1) is { } moved ? [Atom.Of(moved)] : Node.Nothing;
            case (Measure or int or decimal, Measure) or (Measure, int or decimal):
                return Measures(op, a, b);
            default:
                return (AsNumber(a), AsNumber(b)) is ({ } m, { } n)
                    ? Decimals(op, m, n)
                    : throw new EvaluationFaultException(
                        $"\"{op}\" does not work on {Describe(left)} and {Describe(right)}"
                    );
        }
    }

    private static Node[] Concat(Frame frame, string left, string right)
    {
        frame.Spend((left.Length + right.Length) / 16);
        return left.Length + right.Length <= Functions.LongestText
            ? Atom.Just(left + right)
            : throw new EvaluationFaultException("the text becomes too long");
    }

    private static Node[] Whole(string op, int x, int y)
    {
        // Results outside 32 bits have no value as an integer; FHIRPath says nothing rather than something wrong.
        long? result = op switch
        {
            "+" => (long)x + y,
            "-" => (long)x - y,
            "*" => (long)x * y,
            "div" => y == 0 ? null : (long)x / y,
            "mod" => y == 0 ? null : (long)x % y,
            _ => null,
        };
        return op == "/" ? Decimals(op, x, y)
            : result is >= int.MinValue and <= int.MaxValue ? Atom.Just((int)result.Value)
            : Node.Nothing;
    }

    private static Node[] Decimals(string op, decimal x, decimal y)
    {
        try
        {
            return op switch
            {
                "+" => Atom.Just(x + y),
                "-" => Atom.Just(x - y),
                "*" => Atom.Just(x * y),
                "/" => y == 0 ? Node.Nothing : Atom.Just(x / y),
                "div" => y == 0 ? Node.Nothing : WholeOf(decimal.Truncate(x / y)),
                "mod" => y == 0 ? Node.Nothing : Atom.Just(x % y),
                _ => throw new InvalidOperationException("No such operator: " + op),
            };
        }
        catch (OverflowException)
        {
            return Node.Nothing;
        }
    }

    internal static Node[] WholeOf(decimal value) =>
        value is >= int.MinValue and <= int.MaxValue ? Atom.Just((int)value) : Node.Nothing;

    private static Node[] Measures(string op, object? a, object? b)
    {
        var left = a as Measure ?? new Measure(AsNumber(a)!.Value, "1");
        var right = b as Measure ?? new Measure(AsNumber(b)!.Value, "1");
        try
        {
            Measure? result = (op, left.Unit, right.Unit) switch
            {
                ("+" or "-", _, _) => Units.Convert(right, left.Unit) is { } same
                    ? left with
                    {
                        Number = op == "+" ? left.Number + same.Number : left.Number - same.Number,
                    }
                    : null,
                ("*", _, "1") => left with { Number = left.Number * right.Number },
                ("*", "1", _) => right with { Number = left.Number * right.Number },
                ("/", _, "1") when right.Number != 0 => left with
                {
                    Number = left.Number / right.Number,
                },
                ("/", _, _)
                    when right.Number != 0
                        && Units.ToCommon(left, right) is { } common
                        && common.Right != 0 => new Measure(common.Left / common.Right, "1"),
                _ => null,
            };
            return result is null ? Node.Nothing : [Atom.Of(result)];
        }
        catch (OverflowException)
        {
            return Node.Nothing;
        }
    }

    internal static decimal? AsNumber(object? value) =>
        value switch
        {
            int number => number,
            decimal number => number,
            _ => null,
        };

    private static Temporal? AsTemporal(string text, TemporalKind kind) =>
        Temporal.TryParse(text, kind, out var temporal) ? temporal : null;

    /// <exception cref="EvaluationFaultException">There are several.</exception>
    internal static Node Single(Node[] nodes) =>
        nodes.Length == 1
            ? nodes[0]
            : throw new EvaluationFaultException(
                $"one value was expected, but there are {nodes.Length}"
            );

    /// <summary>A collection as a truth value: a lone boolean itself, any other lone element true, nothing for empty.</summary>
    internal static bool? Truth(Node[] nodes) =>
        nodes.Length switch
        {
            0 => null,
            1 => nodes[0].Value as bool? ?? true,
            _ => throw new EvaluationFaultException(
                $"one truth value was expected, but there are {nodes.Length}"
            ),
        };

    internal static string TextOf(Node[] nodes) =>
        Conversions.ToText(Single(nodes))
        ?? throw new EvaluationFaultException($"{Describe(nodes)} is not text");

    internal static string Describe(Node[] nodes) =>
        nodes.Length == 0 ? "nothing"
        : nodes.Length == 1 ? "a " + nodes[0].TypeName
        : $"{nodes.Length} elements";

    private static bool SameStructure(Frame frame, Node left, Node right)
    {
        if (left is CodingNode x && right is CodingNode y)
        {
            return x.Coding == y.Coding
                && string.Equals(x.Coding.Display, y.Coding.Display, StringComparison.Ordinal)
                && string.Equals(x.Coding.Version, y.Coding.Version, StringComparison.Ordinal);
        }

        if (!string.Equals(left.TypeName, right.TypeName, StringComparison.Ordinal))
        {
            return false;
        }

        List<Node> a = [];
        List<Node> b = [];
        left.AddAllChildren(a);
        right.AddAllChildren(b);
        if (a.Count != b.Count)
        {
            return false;
        }

        for (var i = 0; i < a.Count; i++)
        {
            if (
                !string.Equals(a[i].ElementName, b[i].ElementName, StringComparison.Ordinal)
                || AreEqual(frame, a[i], b[i]) != true
            )
            {
                return false;
            }
        }

        return true;
    }
}
