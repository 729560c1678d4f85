using Waymark.Instruments.Behavior;

namespace Waymark.Instruments.Expressions;

/// <summary>
/// Compiles the commonest phrases of questionnaires, <c>item.where(linkId = 'x')</c> and <c>repeat(item).where(linkId = 'x')</c>, to look
/// the items up instead of walking the response. Says nothing different, only sooner.
/// </summary>
internal static class ItemLookup
{
    internal static Evaluator? TryCompile(Compiler compiler, CallSyntax call)
    {
        if (
            call.Name != "where"
            || call.Arguments.Count != 1
            || LinkIds(call.Arguments[0]) is not { } linkIds
        )
        {
            return null;
        }

        var definitions = linkIds
            .Select(compiler.Instrument.Find)
            .OfType<ItemDefinition>()
            .ToArray();
        switch (call.Focus)
        {
            case ChildSyntax { Name: "item" } child:
                var owner = child.Focus is null
                    ? static (_, input) => input
                    : compiler.Compile(child.Focus);
                return (frame, input) => ByChild(frame, owner(frame, input), definitions, linkIds);
            case CallSyntax
            {
                Name: "repeat",
                Arguments: [ChildSyntax { Focus: null, Name: "item" }]
            } repeat:
                var root = repeat.Focus is null
                    ? static (_, input) => input
                    : compiler.Compile(repeat.Focus);
                var walk = compiler.Compile(repeat);
                return (frame, input) =>
                    ByRepeat(frame, root(frame, input), definitions)
                    ?? Filter(frame, walk(frame, input), linkIds);
            default:
                return null;
        }
    }

    /// <summary>The linkIds that a filter asks for, when it asks for nothing else: <c>linkId = 'a'</c> or <c>linkId in ('a' | 'b')</c>.</summary>
    internal static List<string>? LinkIds(Syntax criteria)
    {
        var linkIds = new List<string>();
        return criteria switch
        {
            BinarySyntax { Operator: "=", Left: var left, Right: var right }
                when IsLinkId(left) && Texts(right, linkIds) && linkIds.Count == 1 => linkIds,
            BinarySyntax { Operator: "=", Left: var left, Right: var right }
                when IsLinkId(right) && Texts(left, linkIds) && linkIds.Count == 1 => linkIds,
            BinarySyntax { Operator: "in", Left: var left, Right: var right }
                when IsLinkId(left) && Texts(right, linkIds) => linkIds,
            BinarySyntax { Operator: "or", Left: var left, Right: var right }
                when LinkIds(left) is { } some && LinkIds(right) is { } others =>
            [
                .. some,
                .. others,
            ],
            _ => null,
        };
    }

    private static bool IsLinkId(Syntax syntax) =>
        syntax
            is ChildSyntax { Name: "linkId", Focus: null }
                or ChildSyntax { Name: "linkId", Focus: AxisSyntax { Name: "this" } };

    private static bool Texts(Syntax syntax, List<string> into)
    {
        switch (syntax)
        {
            case LiteralSyntax { Value.Value: string text }:
                into.Add(text);
                return true;
            case BinarySyntax { Operator: "|" } union:
                return Texts(union.Left, into) && Texts(union.Right, into);
            default:
                return false;
        }
    }

    private static Node[] ByChild(
        Frame frame,
        Node[] owners,
        ItemDefinition[] definitions,
        List<string> linkIds
    )
    {
        if (owners.Length == 0)
        {
            return Node.Nothing;
        }

        frame.Spend(owners.Length * (definitions.Length + 1));
        if (owners.Length == 1 && definitions.Length == 1 && owners[0] is Container single)
        {
            // The one case that matters for speed: one owner, one item, one instance.
            var list = ChildrenOf(single, definitions[0]);
            return list is null ? Node.Nothing
                : list.Count == 1
                    ? list[0].IsVisible ? list[0].Self
                        : Node.Nothing
                : [.. list.Where(item => item.IsVisible)];
        }

        var result = new List<Node>();
        foreach (var owner in owners)
        {
            if (owner is Container container)
            {
                foreach (var definition in definitions.OrderBy(definition => definition.Index))
                {
                    result.AddRange(
                        ChildrenOf(container, definition)?.Where(item => item.IsVisible) ?? []
                    );
                }
            }
            else
            {
                result.AddRange(Filter(frame, Compiler.Children(frame, [owner], "item"), linkIds));
            }
        }

        return result.Count == 0 ? Node.Nothing : [.. result];
    }

    private static List<ItemInstance>? ChildrenOf(Container owner, ItemDefinition definition)
    {
        var isChild = owner switch
        {
            ItemInstance { IsRoot: true } => definition.Parent is null,
            ItemInstance item => ReferenceEquals(definition.Parent, item.Definition)
                && !item.Definition.IsQuestion,
            AnswerSlot answer => ReferenceEquals(definition.Parent, answer.Instance.Definition),
            _ => false,
        };
        return isChild ? owner.Children[definition.ChildIndex] : null;
    }

    /// <summary>Items anywhere below the response itself; <see langword="null"/> when the start is something else.</summary>
    private static Node[]? ByRepeat(Frame frame, Node[] roots, ItemDefinition[] definitions)
    {
        if (roots is not [ItemInstance { IsRoot: true }])
        {
            return roots.Length == 0 ? Node.Nothing : null;
        }

        if (
            definitions is [{ ReachedByItemsOnly: true } definition]
            && frame.Tree.InstancesOf(definition) is { Count: 1 } one
        )
        {
            frame.Spend(1);
            return one[0].IsVisible ? one[0].Self : Node.Nothing;
        }

        // As repeat() has it, items that are equal in all they hold count once.
        var set = new NodeSet(frame);
        foreach (
            var each in definitions
                .Where(each => each.ReachedByItemsOnly)
                .OrderBy(each => Depth(each))
                .ThenBy(each => each.Index)
        )
        {
            foreach (var item in frame.Tree.InstancesOf(each))
            {
                if (item.IsVisible)
                {
                    set.Add(item);
                }
            }
        }

        return set.ToArray();
    }

    private static int Depth(ItemDefinition definition) =>
        definition.Parent is null ? 0 : Depth(definition.Parent) + 1;

    private static Node[] Filter(Frame frame, Node[] nodes, List<string> linkIds) =>
        [
            .. nodes.Where(node =>
                Compiler.Children(frame, [node], "linkId") is [{ Value: string linkId }]
                && linkIds.Contains(linkId)
            ),
        ];
}
