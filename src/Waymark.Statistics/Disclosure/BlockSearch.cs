namespace Waymark.Statistics.Disclosure;

/// <summary>
/// What an earlier table has told of a group, which a new one cannot take back, and what it has hidden, which a new one must not bring to light.
/// </summary>
/// <param name="Group">The parts of the group.</param>
/// <param name="Total">Whether its total was shown.</param>
/// <param name="Counts">For each column, whether its count was shown.</param>
internal sealed record ToldGroup(int[] Group, bool Total, bool[] Counts);

/// <summary>
/// Looks for the least that must be hidden: begins with what must be and adds, one row or column at a time, what costs the new table least,
/// never taking back what was told before. If that cannot be had, there is no answer and the request is refused. The search is greedy; that it
/// may hide more than the least costs figures, not safety.
/// </summary>
internal sealed class BlockSearch(
    Partition partition,
    SuppressionPolicy policy,
    IReadOnlyList<ToldGroup> before,
    IReadOnlyList<int[]> asked,
    MergedAnswers answers
)
{
    private readonly int _parts = partition.Counts.Length;
    private readonly int _columns = answers.Columns;

    public HiddenBlock? Find() => Join() is { } joined ? Grow(joined) : null;

    /// <summary>Joins every part that is too small with as few others as make them large enough together.</summary>
    private bool[]? Join()
    {
        var joined = partition.Totals.Select(t => policy.IsSmall(t)).ToArray();
        if (!joined.Contains(true))
        {
            return joined;
        }

        while (!LargeEnough(joined) || Betrayed(Block(joined, [], []), totalsOnly: true) > 0)
        {
            var next = Enumerable
                .Range(0, _parts)
                .Where(i => !joined[i])
                .Select(i => (Part: i, Block: Block(With(joined, i), [], [])))
                .Where(c => Keeps(c.Block))
                .OrderBy(c => Betrayed(c.Block, totalsOnly: true))
                .ThenBy(c => Cost(c.Block))
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
        while (Keeps(block) && Fault(block) > 0)
        {
            var best = Larger(block)
                .Where(Keeps)
                .Select(b => (Block: b, Fault: Fault(b), Cost: Cost(b)))
                .OrderBy(c => c.Fault > 0)
                .ThenBy(c => c.Fault == 0 ? c.Cost : c.Fault)
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
        var hiddenColumns = new bool[_columns];
        foreach (var row in plain.Rows)
        {
            var total = row.Sum(i => (long)partition.Totals[i]);
            for (var c = 0; c < _columns; c++)
            {
                var count = plain.Count(row, c);
                if (
                    policy.IsSmall(count)
                    || (policy.HideUnanimous && _columns > 1 && count == total)
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

        for (var c = 0; c < _columns; c++)
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
    private bool Keeps(HiddenBlock block)
    {
        foreach (var told in before)
        {
            if (told.Total && !block.ShowsTotal(told.Group))
            {
                return false;
            }

            var shows = block.ShowsCounts(told.Group);
            for (var c = 0; c < _columns; c++)
            {
                if (told.Counts[c] && !shows[c])
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>How far the block is from hiding what it must; 0 when it does.</summary>
    private long Fault(HiddenBlock block) =>
        block.Deficit() + (policy.LargestHidden + 1L) * Betrayed(block, totalsOnly: false);

    /// <summary>
    /// How many figures hidden before would now follow from what is told. A joined column may follow: the answers in it still cannot be told
    /// apart, unless nobody gave any of them.
    /// </summary>
    private int Betrayed(HiddenBlock block, bool totalsOnly)
    {
        var betrayed = 0;
        foreach (var told in before)
        {
            betrayed += !told.Total && block.ShowsTotal(told.Group) ? 1 : 0;
            if (totalsOnly)
            {
                continue;
            }

            var shows = block.ShowsCounts(told.Group);
            for (var c = 0; c < _columns; c++)
            {
                betrayed +=
                    !told.Counts[c]
                    && shows[c]
                    && (c != answers.Joined || told.Group.All(p => partition.Counts[p][c] == 0))
                        ? 1
                        : 0;
            }
        }

        return betrayed;
    }

    private bool LargeEnough(bool[] joined) =>
        joined.Count(j => j) >= 2
        && Enumerable.Range(0, _parts).Where(i => joined[i]).Sum(i => (long)partition.Totals[i])
            > policy.LargestHidden;

    /// <summary>How many figures of the new table are lost; a total counts for three.</summary>
    private int Cost(HiddenBlock block) =>
        asked.Sum(g => (block.ShowsTotal(g) ? 0 : 3) + block.ShowsCounts(g).Count(shows => !shows));

    private HiddenBlock Block(bool[] joined, bool[] parts, bool[] hidden) =>
        new(
            partition,
            policy,
            joined,
            parts.Length == 0 ? new bool[_parts] : parts,
            hidden.Length == 0 ? new bool[_columns] : hidden
        );

    private static bool[] With(bool[] set, int member)
    {
        var more = (bool[])set.Clone();
        more[member] = true;
        return more;
    }
}
