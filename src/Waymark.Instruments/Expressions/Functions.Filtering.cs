namespace Waymark.Instruments.Expressions;

internal static partial class Functions
{
    private static void AddFiltering()
    {
        Lambda("where", 1, 1, (frame, nodes, criteria) => Where(frame, nodes, criteria!));
        Lambda("select", 1, 1, (frame, nodes, projection) => Select(frame, nodes, projection!));
        Lambda("repeat", 1, 1, (frame, nodes, projection) => Repeat(frame, nodes, projection!));
        Table.Add("iif", new Function(2, 3, Iif));
        Table.Add("aggregate", new Function(1, 2, Aggregate));
        foreach (var name in (string[])["ofType", "as", "is"])
        {
            Table.Add(
                name,
                new Function(
                    1,
                    1,
                    (compiler, focus, syntax) => OfType(compiler, focus, syntax[0], name)
                )
            );
        }

        Plain(
            "single",
            0,
            0,
            (_, nodes, _) => nodes.Length == 0 ? nodes : [Operators.Single(nodes)]
        );
        Plain("first", 0, 0, (_, nodes, _) => nodes.Length > 1 ? [nodes[0]] : nodes);
        Plain("last", 0, 0, (_, nodes, _) => nodes.Length > 1 ? [nodes[^1]] : nodes);
        Plain("tail", 0, 0, (_, nodes, _) => nodes.Length > 1 ? nodes[1..] : Node.Nothing);
        Plain(
            "skip",
            1,
            1,
            (_, nodes, args) => nodes[Math.Clamp(Integer(args[0]), 0, nodes.Length)..]
        );
        Plain(
            "take",
            1,
            1,
            (_, nodes, args) => nodes[..Math.Clamp(Integer(args[0]), 0, nodes.Length)]
        );
        Plain(
            "intersect",
            1,
            1,
            (frame, nodes, args) =>
                [.. Distinct(frame, nodes).Where(node => Contains(frame, args[0], node))]
        );
        Plain(
            "exclude",
            1,
            1,
            (frame, nodes, args) => [.. nodes.Where(node => !Contains(frame, args[0], node))]
        );
        Plain("union", 1, 1, (frame, nodes, args) => Union(frame, nodes, args[0]));
        Plain("combine", 1, 2, (frame, nodes, args) => Combine(frame, nodes, args[0]));
        Plain("children", 0, 0, (frame, nodes, _) => ChildrenOf(frame, nodes));
        Plain("descendants", 0, 0, (frame, nodes, _) => Descendants(frame, nodes));
        Plain("extension", 1, 1, (frame, nodes, args) => Extension(frame, nodes, args[0]));
    }

    internal static Node[] Where(Frame frame, Node[] nodes, Evaluator criteria)
    {
        List<Node>? kept = null;
        for (var i = 0; i < nodes.Length; i++)
        {
            if (Operators.Truth(On(frame, criteria, nodes[i], i)) == true)
            {
                (kept ??= []).Add(nodes[i]);
            }
        }

        return kept is null ? Node.Nothing
            : kept.Count == nodes.Length ? nodes
            : [.. kept];
    }

    private static Node[] Select(Frame frame, Node[] nodes, Evaluator projection)
    {
        var result = new List<Node>(nodes.Length);
        for (var i = 0; i < nodes.Length; i++)
        {
            result.AddRange(On(frame, projection, nodes[i], i));
        }

        frame.Spend(result.Count);
        return result.Count == 0 ? Node.Nothing : [.. result];
    }

    private static Node[] Repeat(Frame frame, Node[] nodes, Evaluator projection)
    {
        var seen = new NodeSet(frame);
        var queue = new Queue<Node>(nodes);
        while (queue.TryDequeue(out var node))
        {
            foreach (var found in On(frame, projection, node, 0))
            {
                if (seen.Add(found))
                {
                    queue.Enqueue(found);
                }
            }
        }

        return seen.ToArray();
    }

    private static Evaluator Iif(Compiler compiler, Evaluator focus, IReadOnlyList<Syntax> syntax)
    {
        var condition = compiler.Compile(syntax[0]);
        var then = compiler.Compile(syntax[1]);
        var otherwise = syntax.Count > 2 ? compiler.Compile(syntax[2]) : null;
        return (frame, input) =>
        {
            var nodes = focus(frame, input);
            frame.Spend(1);
            return Operators.Truth(condition(frame, nodes)) == true
                ? then(frame, nodes)
                : otherwise?.Invoke(frame, nodes) ?? Node.Nothing;
        };
    }

    private static Evaluator Aggregate(
        Compiler compiler,
        Evaluator focus,
        IReadOnlyList<Syntax> syntax
    )
    {
        var aggregator = compiler.Compile(syntax[0]);
        var initial = syntax.Count > 1 ? compiler.Compile(syntax[1]) : null;
        return (frame, input) =>
        {
            var nodes = focus(frame, input);
            var before = frame.Total;
            frame.Total = initial?.Invoke(frame, input) ?? Node.Nothing;
            for (var i = 0; i < nodes.Length; i++)
            {
                frame.Total = On(frame, aggregator, nodes[i], i);
            }

            var total = frame.Total;
            frame.Total = before;
            return total;
        };
    }

    private static Evaluator OfType(Compiler compiler, Evaluator focus, Syntax syntax, string name)
    {
        if (TypeArgument(syntax) is not { } type)
        {
            compiler.Problems.Add(
                (IssueCodes.ExpressionSyntax, $"{name}() takes the name of a type")
            );
            type = "";
        }

        return name == "is"
            ? (frame, input) =>
                focus(frame, input) is { Length: > 0 } nodes
                    ? Atom.Just(TypeNames.Is(Operators.Single(nodes), type))
                    : Node.Nothing
            : (frame, input) => [.. focus(frame, input).Where(node => TypeNames.Is(node, type))];
    }

    private static string? TypeArgument(Syntax syntax) =>
        syntax switch
        {
            ChildSyntax { Focus: null } child => child.Name,
            ChildSyntax { Focus: ChildSyntax { Focus: null } space } child => space.Name
                + "."
                + child.Name,
            LiteralSyntax { Value.Value: string text } => text,
            _ => null,
        };

    private static Node[] ChildrenOf(Frame frame, Node[] nodes)
    {
        var children = new List<Node>();
        foreach (var node in nodes)
        {
            node.AddAllChildren(children);
        }

        frame.Spend(children.Count);
        return [.. children];
    }

    internal static Node[] Descendants(Frame frame, Node[] nodes)
    {
        var all = new List<Node>();
        var level = nodes;
        while ((level = ChildrenOf(frame, level)).Length > 0)
        {
            all.AddRange(level);
        }

        return [.. all];
    }

    private static Node[] Extension(Frame frame, Node[] nodes, Node[] url)
    {
        if (url.Length == 0)
        {
            return Node.Nothing;
        }

        var wanted = Operators.TextOf(url);
        var extensions = Compiler.Children(frame, nodes, "extension");
        return
        [
            .. extensions.Where(extension =>
                Compiler.Children(frame, [extension], "url") is [{ Value: string text }]
                && text == wanted
            ),
        ];
    }

    internal static int Integer(Node[] nodes) =>
        nodes.Length == 0 ? throw new EvaluationFaultException("a whole number was expected")
        : Operators.Single(nodes).Value is int number ? number
        : throw new EvaluationFaultException("a whole number was expected");

    private static Node[] Combine(Frame frame, Node[] left, Node[] right)
    {
        frame.Spend(left.Length + right.Length);
        return left.Length == 0 ? right : [.. left, .. right];
    }

    internal static Node[] Union(Frame frame, Node[] left, Node[] right)
    {
        var set = new NodeSet(frame);
        foreach (var node in left)
        {
            set.Add(node);
        }

        foreach (var node in right)
        {
            set.Add(node);
        }

        return set.ToArray();
    }

    private static Node[] Distinct(Frame frame, Node[] nodes) =>
        nodes.Length < 2 ? nodes : Union(frame, nodes, Node.Nothing);

    internal static Node[] IsIn(Frame frame, Node[] element, Node[] collection) =>
        element.Length == 0
            ? Node.Nothing
            : Atom.Just(Contains(frame, collection, Operators.Single(element)));

    private static bool Contains(Frame frame, Node[] nodes, Node node)
    {
        foreach (var other in nodes)
        {
            if (Operators.AreEqual(frame, other, node) == true)
            {
                return true;
            }
        }

        return false;
    }
}
