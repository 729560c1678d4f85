namespace Waymark.Instruments.Expressions;

/// <summary>A function of FHIRPath: how many arguments it takes, and how a call of it is compiled.</summary>
internal sealed record Function(
    int Least,
    int Most,
    Func<Compiler, Evaluator, IReadOnlyList<Syntax>, Evaluator> Build
);

/// <summary>The functions of FHIRPath N1, of FHIR, and of SDC.</summary>
internal static partial class Functions
{
    internal static readonly Dictionary<string, Function> Table = new(StringComparer.Ordinal);

    /// <summary>Functions that exist and are not honoured, with the reason.</summary>
    internal static readonly Dictionary<string, string> Refused = new(StringComparer.Ordinal)
    {
        ["resolve"] = "other resources are not at hand.",
        ["memberOf"] = "no terminology server is at hand; list the codes instead.",
        ["subsumes"] = "no terminology server is at hand.",
        ["subsumedBy"] = "no terminology server is at hand.",
        ["conformsTo"] = "profiles are not at hand.",
        ["elementDefinition"] = "profiles are not at hand.",
        ["slice"] = "profiles are not at hand.",
        ["checkModifiers"] = "modifier extensions are refused at load.",
        ["htmlChecks"] = "it checks documents, not answers.",
        ["defineVariable"] = "declare a variable of the item instead.",
    };

    static Functions()
    {
        AddExistence();
        AddFiltering();
        AddConversions();
        AddText();
        AddNumbers();
        AddSdc();
    }

    /// <summary>Adds a function whose arguments are values, evaluated before it is called.</summary>
    private static void Plain(
        string name,
        int least,
        int most,
        Func<Frame, Node[], Node[][], Node[]> body
    ) =>
        Table.Add(
            name,
            new Function(
                least,
                most,
                (compiler, focus, syntax) =>
                {
                    if (syntax.Count == 0)
                    {
                        return (frame, input) =>
                        {
                            var nodes = focus(frame, input);
                            frame.Spend(nodes.Length + 1);
                            return body(frame, nodes, []);
                        };
                    }

                    var arguments = syntax.Select(compiler.Compile).ToArray();
                    return (frame, input) =>
                    {
                        var nodes = focus(frame, input);
                        frame.Spend(nodes.Length + 1);
                        var values = new Node[arguments.Length][];
                        for (var i = 0; i < values.Length; i++)
                        {
                            values[i] = arguments[i](frame, input);
                        }

                        return body(frame, nodes, values);
                    };
                }
            )
        );

    /// <summary>Adds a function that evaluates its argument for each element.</summary>
    private static void Lambda(
        string name,
        int least,
        int most,
        Func<Frame, Node[], Evaluator?, Node[]> body
    ) =>
        Table.Add(
            name,
            new Function(
                least,
                most,
                (compiler, focus, syntax) =>
                {
                    var criteria = syntax.Count == 0 ? null : compiler.Compile(syntax[0]);
                    return (frame, input) =>
                    {
                        var nodes = focus(frame, input);
                        frame.Spend(nodes.Length + 1);
                        return body(frame, nodes, criteria);
                    };
                }
            )
        );

    /// <summary>Evaluates a lambda on each element, with <c>$index</c> set.</summary>
    private static Node[] On(Frame frame, Evaluator lambda, Node node, int index)
    {
        var before = frame.Index;
        frame.Index = index;
        frame.Spend(1);
        var result = lambda(frame, [node]);
        frame.Index = before;
        return result;
    }

    private static void AddExistence()
    {
        Plain("empty", 0, 0, (_, nodes, _) => Atom.Just(nodes.Length == 0));
        Lambda(
            "exists",
            0,
            1,
            (frame, nodes, criteria) =>
                Atom.Just(
                    criteria is null ? nodes.Length > 0 : Where(frame, nodes, criteria).Length > 0
                )
        );
        Lambda(
            "all",
            1,
            1,
            (frame, nodes, criteria) =>
                Atom.Just(Where(frame, nodes, criteria!).Length == nodes.Length)
        );
        Plain("count", 0, 0, (_, nodes, _) => Atom.Just(nodes.Length));
        Plain("not", 0, 0, (_, nodes, _) => Atom.Just(!Operators.Truth(nodes)));
        Plain("allTrue", 0, 0, (_, nodes, _) => Atom.Just(nodes.All(node => Bool(node))));
        Plain("anyTrue", 0, 0, (_, nodes, _) => Atom.Just(nodes.Any(node => Bool(node))));
        Plain("allFalse", 0, 0, (_, nodes, _) => Atom.Just(nodes.All(node => !Bool(node))));
        Plain("anyFalse", 0, 0, (_, nodes, _) => Atom.Just(nodes.Any(node => !Bool(node))));
        Plain(
            "subsetOf",
            1,
            1,
            (frame, nodes, args) => Atom.Just(nodes.All(node => Contains(frame, args[0], node)))
        );
        Plain(
            "supersetOf",
            1,
            1,
            (frame, nodes, args) => Atom.Just(args[0].All(node => Contains(frame, nodes, node)))
        );
        Plain(
            "isDistinct",
            0,
            0,
            (frame, nodes, _) => Atom.Just(Distinct(frame, nodes).Length == nodes.Length)
        );
        Plain("distinct", 0, 0, (frame, nodes, _) => Distinct(frame, nodes));
        Plain(
            "hasValue",
            0,
            0,
            (_, nodes, _) => Atom.Just(nodes.Length == 1 && nodes[0].Value is not (null or Measure))
        );
        Plain(
            "getValue",
            0,
            0,
            (_, nodes, _) =>
                nodes.Length == 1 && nodes[0].Value is not (null or Measure) ? nodes : Node.Nothing
        );
        Plain("trace", 1, 2, (_, nodes, _) => nodes);
    }

    private static bool Bool(Node node) =>
        node.Value as bool?
        ?? throw new EvaluationFaultException($"a {node.TypeName} is not a truth value");
}
