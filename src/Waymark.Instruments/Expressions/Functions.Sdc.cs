using Waymark.Instruments.Behavior;

namespace Waymark.Instruments.Expressions;

internal static partial class Functions
{
    private static void AddSdc()
    {
        Plain("weight", 0, 0, Weight);
        Plain("ordinal", 0, 0, Weight);
        Plain(
            "answers",
            0,
            0,
            (frame, nodes, _) =>
                Compiler.Children(
                    frame,
                    [
                        .. nodes
                            .Concat(Descendants(frame, nodes))
                            .Where(node => node is ItemInstance),
                    ],
                    "answer"
                )
        );
        Plain(
            "sum",
            0,
            0,
            (frame, nodes, _) =>
                Fold(
                    frame,
                    nodes,
                    static (frame, total, node) => Operators.Arithmetic(frame, "+", total, node)
                )
        );
        Plain(
            "min",
            0,
            0,
            (frame, nodes, _) =>
                Fold(
                    frame,
                    nodes,
                    static (frame, best, node) =>
                        Operators.Compare(frame, node, best) < 0 ? node : best
                )
        );
        Plain(
            "max",
            0,
            0,
            (frame, nodes, _) =>
                Fold(
                    frame,
                    nodes,
                    static (frame, best, node) =>
                        Operators.Compare(frame, node, best) > 0 ? node : best
                )
        );
        Plain(
            "avg",
            0,
            0,
            (frame, nodes, _) =>
                nodes.Length == 0
                    ? Node.Nothing
                    : Operators.Arithmetic(
                        frame,
                        "/",
                        Fold(
                            frame,
                            nodes,
                            static (frame, total, node) =>
                                Operators.Arithmetic(frame, "+", total, node)
                        ),
                        Atom.Just(nodes.Length)
                    )
        );
    }

    private static Node[] Fold(Frame frame, Node[] nodes, Func<Frame, Node[], Node[], Node[]> step)
    {
        if (nodes.Length == 0)
        {
            return Node.Nothing;
        }

        Node[] total = [nodes[0]];
        for (var i = 1; i < nodes.Length; i++)
        {
            total = step(frame, total, [nodes[i]]);
        }

        return total;
    }

    /// <summary>What the answers count towards a score: one number for each that has one, and a remark for each coding that has none.</summary>
    private static Node[] Weight(Frame frame, Node[] nodes, Node[][] args)
    {
        var weights = new List<Node>(nodes.Length);
        foreach (var node in nodes)
        {
            var value = node is AnswerSlot slot ? slot.ValueNode : node;
            switch (value)
            {
                case CodingNode { Weight: { } weight }:
                    weights.Add(
                        weight == decimal.Truncate(weight)
                        && Math.Abs(weight) < int.MaxValue
                        && weight.Scale == 0
                            ? Atom.Of((int)weight)
                            : Atom.Of(weight)
                    );
                    break;
                case CodingNode coding when WeightOfPoco(frame, coding) is { } weight:
                    weights.Add(Atom.Of(weight));
                    break;
                case CodingNode coding:
                    frame.Remarks.Add(
                        (
                            IssueCodes.WeightMissing,
                            $"The answer \"{coding.Coding.Display ?? coding.Coding.Code}\" has no weight, so a score leaves it out."
                        )
                    );
                    break;
                case PocoElement poco when PocoWeight(frame, poco) is { } weight:
                    weights.Add(Atom.Of(weight));
                    break;
                default:
                    break;
            }
        }

        return weights.Count == 0 ? Node.Nothing : [.. weights];
    }

    // An open choice or a value set that is not at hand may still hold the coding with a weight elsewhere in the instrument.
    private static decimal? WeightOfPoco(Frame frame, CodingNode coding) =>
        coding.Question is { Options.Count: > 0 }
            ? null
            : frame.Tree.Instrument.WeightInValueSets(coding.Coding);

    private static decimal? PocoWeight(Frame frame, PocoElement element)
    {
        foreach (var extension in Compiler.Children(frame, [element], "extension"))
        {
            if (
                Compiler.Children(frame, [extension], "url")
                    is [{ Value: ExtensionUrls.ItemWeight or ExtensionUrls.OrdinalValue }]
                && Compiler.Children(frame, [extension], "value") is [{ } value]
            )
            {
                return Operators.AsNumber(value.Value);
            }
        }

        return null;
    }
}
