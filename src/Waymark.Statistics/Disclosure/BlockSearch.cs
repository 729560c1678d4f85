using System.Collections.Immutable;

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

    /// <summary>
    /// First with a block for each cluster of parts that earlier tables did not tell apart, which leaves those tables as they are; if that hides too
    /// little, with one block over all parts.
    /// </summary>
    public Concealment? Find()
    {
        var clusters = Clusters();
        var everything = new[] { Enumerable.Range(0, _parts).ToArray() };
        return Hide(clusters) ?? (clusters.Length > 1 ? Hide(everything) : null);
    }

    private Concealment? Hide(int[][] universes)
    {
        var blocks = ImmutableArray.CreateBuilder<HiddenBlock>();
        foreach (var universe in universes)
        {
            if (Join(universe) is not { } joined)
            {
                return null;
            }

            if (FirstBlock(universe, joined) is { } block)
            {
                blocks.Add(block);
            }
        }

        return Grow(new Concealment(blocks.ToImmutable(), _columns));
    }

    /// <summary>Parts are in one cluster when every group with a count that was shown holds both or neither.</summary>
    private int[][] Clusters()
    {
        var told = before
            .Where(b => b.Counts.Contains(true))
            .Select(b => b.Group.ToHashSet())
            .ToArray();
        return
        [
            .. Enumerable
                .Range(0, _parts)
                .GroupBy(part => string.Concat(told.Select(g => g.Contains(part) ? '1' : '0')))
                .Select(cluster => cluster.ToArray()),
        ];
    }

    /// <summary>
    /// Joins every part that is too small with as few others as make them large enough together, and keep hidden the totals that were hidden.
    /// </summary>
    private bool[]? Join(int[] universe)
    {
        var joined = new bool[_parts];
        foreach (var part in universe)
        {
            joined[part] = policy.IsSmall(partition.Totals[part]);
        }

        if (!joined.Contains(true))
        {
            return joined;
        }

        var inside = universe.ToHashSet();
        var hiddenTotals = before
            .Where(b => !b.Total && b.Group.All(inside.Contains))
            .Select(b => b.Group)
            .ToArray();
        int Betrayed(Concealment hidden) => hiddenTotals.Count(hidden.ShowsTotal);
        while (!LargeEnough(joined) || Betrayed(Only(universe, joined)) > 0)
        {
            var next = universe
                .Where(p => !joined[p])
                .Select(p => (Part: p, Hidden: Only(universe, With(joined, p))))
                .Where(c => Keeps(c.Hidden))
                .OrderBy(c => Betrayed(c.Hidden))
                .ThenBy(c => Cost(c.Hidden))
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

        return Keeps(Only(universe, joined)) ? joined : null;
    }

    /// <summary>Grows the rectangles from the cells that must be hidden until they hide them.</summary>
    private Concealment? Grow(Concealment hidden)
    {
        while (Keeps(hidden) && Fault(hidden) > 0)
        {
            var best = Larger(hidden)
                .Where(Keeps)
                .Select(h => (Hidden: h, Fault: Fault(h), Cost: Cost(h)))
                .OrderBy(c => c.Fault > 0)
                .ThenBy(c => c.Fault == 0 ? c.Cost : c.Fault)
                .ThenBy(c => c.Cost)
                .ThenBy(c => c.Hidden.People)
                .Select(c => c.Hidden)
                .FirstOrDefault();
            if (best is null)
            {
                return null;
            }

            hidden = best;
        }

        return Keeps(hidden) ? hidden : null;
    }

    /// <summary>The cells of the universe that must be hidden; null where there are none and nothing is joined.</summary>
    private HiddenBlock? FirstBlock(int[] universe, bool[] joined)
    {
        var block = new HiddenBlock(
            partition,
            universe,
            joined,
            new bool[_parts],
            new bool[_columns]
        );
        foreach (var row in block.Rows.ToArray())
        {
            var total = row.Sum(i => (long)partition.Totals[i]);
            for (var c = 0; c < _columns; c++)
            {
                var count = block.Count(row, c);
                if (
                    policy.IsSmall(count)
                    || (policy.HideUnanimous && _columns > 1 && count == total)
                )
                {
                    block = block.WithRow(row).WithColumn(c);
                }
            }
        }

        return block.Parts.Contains(true) || joined.Contains(true) || before.Count > 0
            ? block
            : null;
    }

    private IEnumerable<Concealment> Larger(Concealment hidden)
    {
        for (var b = 0; b < hidden.Blocks.Length; b++)
        {
            var block = hidden.Blocks[b];
            foreach (var row in block.Rows.Where(r => !block.Parts[r[0]]))
            {
                yield return hidden.With(b, block.WithRow(row));
            }

            for (var c = 0; c < _columns; c++)
            {
                if (!block.Columns[c])
                {
                    yield return hidden.With(b, block.WithColumn(c));
                }
            }
        }
    }

    /// <summary>Whether everything told before can still be told.</summary>
    private bool Keeps(Concealment hidden)
    {
        foreach (var told in before)
        {
            if (told.Total && !hidden.ShowsTotal(told.Group))
            {
                return false;
            }

            var shows = hidden.ShowsCounts(told.Group);
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

    /// <summary>How far the blocks are from hiding what they must; 0 when they do.</summary>
    private long Fault(Concealment hidden) =>
        hidden.Deficit(policy) + (policy.LargestHidden + 1L) * Betrayed(hidden);

    /// <summary>
    /// How many figures hidden before would now follow from what is told. A joined column may follow: the answers in it still cannot be told
    /// apart, unless nobody gave any of them.
    /// </summary>
    private int Betrayed(Concealment hidden)
    {
        var betrayed = 0;
        foreach (var told in before)
        {
            betrayed += !told.Total && hidden.ShowsTotal(told.Group) ? 1 : 0;
            var shows = hidden.ShowsCounts(told.Group);
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
    private int Cost(Concealment hidden) =>
        asked.Sum(g =>
            (hidden.ShowsTotal(g) ? 0 : 3) + hidden.ShowsCounts(g).Count(shows => !shows)
        );

    private Concealment Only(int[] universe, bool[] joined) =>
        new(
            [new HiddenBlock(partition, universe, joined, new bool[_parts], new bool[_columns])],
            _columns
        );

    private static bool[] With(bool[] set, int member)
    {
        var more = (bool[])set.Clone();
        more[member] = true;
        return more;
    }
}
