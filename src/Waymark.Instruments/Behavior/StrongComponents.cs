namespace Waymark.Instruments.Behavior;

/// <summary>Tarjan's strongly connected components, without recursion, so that long chains do no harm.</summary>
internal static class StrongComponents
{
    /// <summary>The components of a graph, each after all that it points to.</summary>
    /// <param name="count">Nodes are 0 to <paramref name="count"/> − 1.</param>
    /// <param name="edges">What a node points to.</param>
    internal static List<List<int>> Find(int count, Func<int, IReadOnlyList<int>> edges)
    {
        var components = new List<List<int>>();
        var index = new int[count];
        var low = new int[count];
        var onStack = new bool[count];
        var stack = new Stack<int>();
        var work = new Stack<(int Node, int Edge)>();
        var next = 1;
        for (var root = 0; root < count; root++)
        {
            if (index[root] != 0)
            {
                continue;
            }

            work.Push((root, 0));
            while (work.TryPop(out var at))
            {
                var (node, edge) = at;
                if (edge == 0)
                {
                    index[node] = low[node] = next++;
                    stack.Push(node);
                    onStack[node] = true;
                }
                else
                {
                    low[node] = Math.Min(low[node], low[edges(node)[edge - 1]]);
                }

                var targets = edges(node);
                var descended = false;
                for (var i = edge; i < targets.Count; i++)
                {
                    var target = targets[i];
                    if (index[target] == 0)
                    {
                        work.Push((node, i + 1));
                        work.Push((target, 0));
                        descended = true;
                        break;
                    }

                    if (onStack[target])
                    {
                        low[node] = Math.Min(low[node], index[target]);
                    }
                }

                if (!descended && low[node] == index[node])
                {
                    components.Add(PopComponent(stack, onStack, node));
                }
            }
        }

        return components;
    }

    private static List<int> PopComponent(Stack<int> stack, bool[] onStack, int node)
    {
        var component = new List<int>();
        int member;
        do
        {
            member = stack.Pop();
            onStack[member] = false;
            component.Add(member);
        } while (member != node);

        component.Reverse();
        return component;
    }
}
