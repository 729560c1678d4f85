namespace Waymark.Statistics.Disclosure;

/// <summary>
/// What is hidden among some parts of a <see cref="Partition"/>. Two things may be:
/// <list type="number">
/// <item>the sizes of some parts, which are told only joined together (<see cref="Joined"/>);</item>
/// <item>a rectangle of parts by columns (<see cref="Parts"/> × <see cref="Columns"/>), told only by its row sums and its column sums. In
/// it the joined parts count as one row.</item>
/// </list>
/// Somebody who knows every other figure exactly still knows only this of a cell in the rectangle with row sum R, column sum C and whole N: it is
/// somewhere from max(0, R + C − N) to min(R, C) (M. Fréchet 1940; every whole number in between can occur in such a table), a range as wide as
/// the least of R, C, N − R and N − C. All four are kept above the threshold (<see cref="Deficit"/> is zero), and so are all figures outside, or
/// they are zero. Rounding and merging only take knowledge away. So whatever is added to or subtracted from what, no figure from 1 to the
/// threshold is ever narrowed down to a range as narrow as the threshold.
/// </summary>
internal sealed class HiddenBlock
{
    private readonly Partition _partition;
    private readonly int[] _universe;
    private readonly int _joinedParts;
    private readonly int _hiddenParts;
    private readonly long[] _joinedCounts;

    /// <param name="partition">The parts there are.</param>
    /// <param name="universe">The parts this block may hide something of.</param>
    /// <param name="joined">See <see cref="Joined"/>.</param>
    /// <param name="parts">See <see cref="Parts"/>.</param>
    /// <param name="columns">See <see cref="Columns"/>.</param>
    public HiddenBlock(
        Partition partition,
        int[] universe,
        bool[] joined,
        bool[] parts,
        bool[] columns
    )
    {
        (_partition, _universe, Joined, Parts, Columns) = (
            partition,
            universe,
            joined,
            parts,
            columns
        );
        _joinedParts = joined.Count(j => j);
        _hiddenParts = parts.Count(p => p);
        _joinedCounts = new long[columns.Length];
        foreach (var part in universe.Where(p => joined[p]))
        {
            for (var c = 0; c < columns.Length; c++)
            {
                _joinedCounts[c] += partition.Counts[part][c];
            }
        }
    }

    /// <summary>Parts whose sizes are told only together.</summary>
    public bool[] Joined { get; }

    /// <summary>The rows of the rectangle; all joined parts or none of them.</summary>
    public bool[] Parts { get; }

    /// <summary>The columns of the rectangle.</summary>
    public bool[] Columns { get; }

    /// <summary>The rows there could be: each part that is not joined by itself, and the joined ones as one.</summary>
    public IEnumerable<int[]> Rows =>
        _joinedParts == 0
            ? _universe.Select(p => new[] { p })
            : _universe
                .Where(p => !Joined[p])
                .Select(p => new[] { p })
                .Append([.. _universe.Where(p => Joined[p])]);

    /// <summary>The people of a row in a column.</summary>
    public long Count(int[] row, int column) => row.Sum(p => (long)_partition.Counts[p][column]);

    /// <summary>How many people the rectangle holds.</summary>
    public long People =>
        _universe
            .Where(p => Parts[p])
            .Sum(p => _partition.Counts[p].Where((_, c) => Columns[c]).Sum(n => (long)n));

    /// <summary>A larger rectangle: one row more.</summary>
    public HiddenBlock WithRow(int[] row)
    {
        var more = (bool[])Parts.Clone();
        Array.ForEach(row, p => more[p] = true);
        return new HiddenBlock(_partition, _universe, Joined, more, Columns);
    }

    /// <summary>A larger rectangle: one column more.</summary>
    public HiddenBlock WithColumn(int column)
    {
        var more = (bool[])Columns.Clone();
        more[column] = true;
        return new HiddenBlock(_partition, _universe, Joined, Parts, more);
    }

    /// <summary>Whether the total of a group does not depend on what is hidden here: it holds all joined parts or none.</summary>
    public bool ShowsTotal(int[] group) => AllOrNone(group, Joined, _joinedParts);

    /// <summary>
    /// Takes away, from the columns in which a group's count can be told, those in which it depends on what is hidden here: where the group splits the
    /// joined parts and any of their people are in the column, and where it splits the rectangle.
    /// </summary>
    public void TakeFrom(bool[] shows, int[] group)
    {
        var total = ShowsTotal(group);
        var rectangle = AllOrNone(group, Parts, _hiddenParts);
        for (var c = 0; c < shows.Length; c++)
        {
            shows[c] &= (total || _joinedCounts[c] == 0) && (rectangle || !Columns[c]);
        }
    }

    /// <summary>
    /// How far the rectangle is from hiding what it must: the sum, over every condition, of what is missing; 0 when it is safe.
    /// </summary>
    public long Deficit(SuppressionPolicy policy)
    {
        var rows = Rows.Where(r => Parts[r[0]]).ToArray();
        if (rows.Length == 0)
        {
            return 0;
        }

        var columns = Enumerable.Range(0, Columns.Length).Where(c => Columns[c]).ToArray();
        var rowSums = rows.Select(r => columns.Sum(c => Count(r, c))).ToArray();
        var columnSums = columns.Select(c => rows.Sum(r => Count(r, c))).ToArray();
        var whole = rowSums.Sum();
        long Missing(long mass) => Math.Max(0, policy.LargestHidden + 1 - mass);
        return rowSums.Concat(columnSums).Sum(s => Missing(s) + Missing(whole - s));
    }

    private static bool AllOrNone(int[] group, bool[] set, int size)
    {
        if (size == 0)
        {
            return true;
        }

        var inside = 0;
        foreach (var part in group)
        {
            inside += set[part] ? 1 : 0;
        }

        return inside == 0 || inside == size;
    }
}
