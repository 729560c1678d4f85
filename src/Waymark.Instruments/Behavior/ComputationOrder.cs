namespace Waymark.Instruments.Behavior;

/// <summary>
/// Puts computations in an order in which each comes after all that it reads. What is read by name must be possible in that order; a
/// circle of such readings is refused. What is read only by looking over many items follows the order where it can.
/// </summary>
internal sealed class ComputationOrder(
    List<Computation> all,
    Dictionary<ItemDefinition, Computation> enablement,
    Dictionary<ItemDefinition, Computation> calculation,
    Findings findings
)
{
    private readonly Dictionary<Computation, int> _number = [];

    internal Computation[] Find()
    {
        for (var i = 0; i < all.Count; i++)
        {
            _number[all[i]] = i;
        }

        var named = new List<int>[all.Count];
        var any = new List<int>[all.Count];
        for (var i = 0; i < all.Count; i++)
        {
            (named[i], any[i]) = Edges(all[i]);
        }

        var order = new List<Computation>(all.Count);
        foreach (var component in StrongComponents.Find(all.Count, node => any[node]))
        {
            if (component.Count == 1 && !named[component[0]].Contains(component[0]))
            {
                order.Add(all[component[0]]);
                continue;
            }

            Untangle(component, named, order);
        }

        for (var i = 0; i < order.Count; i++)
        {
            order[i].Rank = i;
        }

        return [.. order];
    }

    private void Untangle(List<int> component, List<int>[] named, List<Computation> order)
    {
        component.Sort();
        var place = component
            .Select((node, i) => (node, i))
            .ToDictionary(pair => pair.node, pair => pair.i);
        var within = component
            .Select(node =>
                named[node].Where(place.ContainsKey).Select(target => place[target]).ToList()
            )
            .ToArray();
        foreach (var circle in StrongComponents.Find(component.Count, node => within[node]))
        {
            if (circle.Count > 1 || within[circle[0]].Contains(circle[0]))
            {
                Refuse(Path(circle, within).ConvertAll(node => all[component[node]]));
            }

            circle.Sort();
            order.AddRange(circle.Select(node => all[component[node]]));
        }
    }

    /// <summary>One circle within a component, beginning and ending with the same node.</summary>
    private static List<int> Path(List<int> circle, List<int>[] edges)
    {
        var members = circle.ToHashSet();
        var seen = new Dictionary<int, int>();
        var path = new List<int>();
        var node = circle.Min();
        while (seen.TryAdd(node, path.Count))
        {
            path.Add(node);
            node = edges[node].First(members.Contains);
        }

        path.Add(node);
        return path[seen[node]..];
    }

    private void Refuse(List<Computation> path)
    {
        var first = path[0];
        var place = first.Source?.Path ?? (first.Item is null ? null : first.Item.JsonPath);
        findings.Refuse(
            IssueCodes.Cycle,
            first.Item?.LinkId,
            place,
            "These depend on one another in a circle, so none of them can be worked out: "
                + string.Join(" ← ", path.Select(computation => computation.ToString()))
                + "."
        );
    }

    private (List<int> Named, List<int> Any) Edges(Computation computation)
    {
        var named = new HashSet<int>();
        var any = new HashSet<int>();
        foreach (var (item, reading) in computation.Readings.Answers)
        {
            AddSources(item, any);
            if (reading.IsNamed)
            {
                AddSources(item, named);
            }
        }

        foreach (var variable in computation.Readings.Variables)
        {
            any.Add(_number[variable]);
            named.Add(_number[variable]);
        }

        if (computation.Readings.WholeForm)
        {
            any.UnionWith(
                enablement.Values.Concat(calculation.Values).Select(other => _number[other])
            );
        }

        return ([.. named], [.. any]);
    }

    /// <summary>What an item's visible answers follow from: its own calculation, and whether it and everything around it is enabled.</summary>
    private void AddSources(ItemDefinition item, HashSet<int> into)
    {
        if (calculation.TryGetValue(item, out var calculated))
        {
            into.Add(_number[calculated]);
        }

        for (var above = item; above is not null; above = above.Parent)
        {
            if (enablement.TryGetValue(above, out var enabled))
            {
                into.Add(_number[enabled]);
            }
        }
    }
}
