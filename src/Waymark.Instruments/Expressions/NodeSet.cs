using Waymark.Instruments.Behavior;

namespace Waymark.Instruments.Expressions;

/// <summary>Nodes without those that are equal, in order of first appearance. Only nodes of one hash are ever compared.</summary>
internal sealed class NodeSet(Frame frame)
{
    private readonly Dictionary<int, List<Node>> _byHash = [];
    private readonly List<Node> _nodes = [];

    internal bool Add(Node node)
    {
        frame.Spend(1);
        var hash = HashOf(node);
        if (!_byHash.TryGetValue(hash, out var same))
        {
            _byHash[hash] = [node];
        }
        else
        {
            foreach (var other in same)
            {
                if (Operators.AreEqual(frame, node, other) == true)
                {
                    return false;
                }
            }

            same.Add(node);
        }

        _nodes.Add(node);
        return true;
    }

    internal Node[] ToArray() => _nodes.Count == 0 ? Node.Nothing : [.. _nodes];

    // Equal nodes must have equal hashes: numbers of either kind are hashed as decimals, dates and measures all alike.
    private static int HashOf(Node node) =>
        node switch
        {
            ItemInstance { IsRoot: false } item => item.Definition.Index,
            CodingNode coding => string.GetHashCode(coding.Coding.Code, StringComparison.Ordinal),
            _ => node.Value switch
            {
                string text => string.GetHashCode(text, StringComparison.Ordinal),
                int number => ((decimal)number).GetHashCode(),
                decimal number => number.GetHashCode(),
                bool truth => truth ? 1 : 2,
                Temporal => 3,
                Measure => 4,
                _ => 5,
            },
        };
}
