namespace Waymark.Statistics.Disclosure;

/// <summary>What an earlier table has told of a group, which a new one cannot take back.</summary>
internal sealed record ShownGroup(bool[] Group, bool Total, bool[] Counts);

/// <summary>
/// Looks for the least that must be hidden: begins with what must be and adds, one row or column at a time, what costs the new table least,
/// never taking back what was told before. If that cannot be had, there is no answer and the request is refused. The search is greedy; that it
/// may hide more than the least costs figures, not safety.
/// </summary>
internal sealed class BlockSearch(
    Partition partition,
    SuppressionPolicy policy,
    IReadOnlyList<ShownGroup> before,
    IReadOnlyList<bool[]> asked,
    int columns
)
{
    private readonly int _parts = partition.Counts.Length;

    public HiddenBlock? Find() => Join() is { } joined ? Grow(joined) : null;

    /// <summary>Joins every part that is too small with as few others as make them large enough together.</summary>
    private bool[]? Join()
    {
        var joined = partition.Totals.Select(t => policy.IsSmall(t)).ToArray();
        if (!joined.Contains(true))
        {
            return joined;
        }

        while (
            joined.Count(j => j) < 2
            || Enumerable.Range(0, _parts).Where(i => joined[i]).Sum(i => (long)partition.Totals[i])
                <= policy.LargestHidden
        )
        {
            var next = Enumerable
                .Range(0, _parts)
                .Where(i => !joined[i])
                .Select(i => (Part: i, Block: Block(With(joined, i), [], [])))
                .Where(c => Keeps(c.Block))
                .OrderBy(c => Cost(c.Block))
                .ThenBy(c => partition.Totals[c.Part])
                .ThenBy(c => c.Part)
                .Select(c => (int?)c.Part)
                .FirstOrDefault();
            if (next is not { } part)
            {
                return null;
            }

            joined[part] = true;
        }

        return Keeps(Block(joined, [], [])) ? joined : null;
    }

    /// <summary>Grows the rectangle from the cells that must be hidden until it hides them.</summary>
    private HiddenBlock? Grow(bool[] joined)
    {
        var block = FirstBlock(joined);
        while (Keeps(block) && block.Deficit() > 0)
        {
            var best = Larger(block)
                .Where(Keeps)
                .Select(b => (Block: b, Deficit: b.Deficit(), Cost: Cost(b)))
                .OrderBy(c => c.Deficit > 0)
                .ThenBy(c => c.Deficit == 0 ? c.Cost : c.Deficit)
                .ThenBy(c => c.Cost)
                .Select(c => c.Block)
                .FirstOrDefault();
            if (best is null)
            {
                return null;
            }

            block = best;
        }

        return Keeps(block) ? block : null;
    }

    private HiddenBlock FirstBlock(bool[] joined)
    {
        var plain = Block(joined, [], []);
        var hiddenParts = new bool[_parts];
        var hiddenColumns = new bool[columns];
        foreach (var row in plain.Rows)
        {
            var total = row.Sum(i => (long)partition.Totals[i]);
            for (var c = 0; c < columns; c++)
            {
                var count = plain.Count(row, c);
                if (
                    policy.IsSmall(count) || (policy.HideUnanimous && columns > 1 && count == total)
                )
                {
                    hiddenColumns[c] = true;
                    Array.ForEach(row, i => hiddenParts[i] = true);
                }
            }
        }

        return new HiddenBlock(partition, policy, joined, hiddenParts, hiddenColumns);
    }

    private IEnumerable<HiddenBlock> Larger(HiddenBlock block)
    {
        foreach (var row in block.Rows.Where(r => !block.Parts[r[0]]))
        {
            var more = (bool[])block.Parts.Clone();
            Array.ForEach(row, i => more[i] = true);
            yield return new HiddenBlock(partition, policy, block.Joined, more, block.Columns);
        }

        for (var c = 0; c < columns; c++)
        {
            if (!block.Columns[c])
            {
                yield return new HiddenBlock(
                    partition,
                    policy,
                    block.Joined,
                    block.Parts,
                    With(block.Columns, c)
                );
            }
        }
    }

    /// <summary>Whether everything told before can still be told.</summary>
    private bool Keeps(HiddenBlock block) =>
        before.All(b =>
            (!b.Total || block.ShowsTotal(b.Group))
            && Enumerable.Range(0, columns).All(c => !b.Counts[c] || block.ShowsCount(b.Group, c))
        );

    /// <summary>How many figures of the new table are lost; a total counts for three.</summary>
    private int Cost(HiddenBlock block) =>
        asked.Sum(g =>
            (block.ShowsTotal(g) ? 0 : 3)
            + Enumerable.Range(0, columns).Count(c => !block.ShowsCount(g, c))
        );

    private HiddenBlock Block(bool[] joined, bool[] parts, bool[] hidden) =>
        new(
            partition,
            policy,
            joined,
            parts.Length == 0 ? new bool[_parts] : parts,
            hidden.Length == 0 ? new bool[columns] : hidden
        );

    private static bool[] With(bool[] set, int member)
    {
        var more = (bool[])set.Clone();
        more[member] = true;
        return more;
    }
}
