namespace Waymark.Statistics.Disclosure;

/// <summary>
/// What is hidden, in terms of the parts of a <see cref="Partition"/>. Two things may be:
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
    private readonly SuppressionPolicy _policy;
    private readonly int _joinedParts;
    private readonly int _hiddenParts;
    private readonly long[] _joinedCounts;

    public HiddenBlock(
        Partition partition,
        SuppressionPolicy policy,
        bool[] joined,
        bool[] parts,
        bool[] columns
    )
    {
        (_partition, _policy, Joined, Parts, Columns) = (partition, policy, joined, parts, columns);
        _joinedParts = joined.Count(j => j);
        _hiddenParts = parts.Count(p => p);
        _joinedCounts = new long[columns.Length];
        for (var i = 0; i < joined.Length; i++)
        {
            for (var c = 0; joined[i] && c < columns.Length; c++)
            {
                _joinedCounts[c] += partition.Counts[i][c];
            }
        }
    }

    /// <summary>Parts whose sizes are told only together.</summary>
    public bool[] Joined { get; }

    /// <summary>The rows of the rectangle; all joined parts or none of them.</summary>
    public bool[] Parts { get; }

    /// <summary>The columns of the rectangle.</summary>
    public bool[] Columns { get; }

    /// <summary>The rows there are: each part that is not joined by itself, and the joined ones as one.</summary>
    public IEnumerable<int[]> Rows
    {
        get
        {
            for (var i = 0; i < Joined.Length; i++)
            {
                if (!Joined[i])
                {
                    yield return [i];
                }
            }

            if (_joinedParts > 0)
            {
                yield return [.. Enumerable.Range(0, Joined.Length).Where(i => Joined[i])];
            }
        }
    }

    /// <summary>The people of a row in a column.</summary>
    public long Count(int[] row, int column) => row.Sum(i => (long)_partition.Counts[i][column]);

    /// <summary>
    /// Whether the total of a group follows from what is told: it holds all joined parts or none.
    /// </summary>
    public bool ShowsTotal(int[] group) => AllOrNone(group, Joined, _joinedParts);

    /// <summary>
    /// For each column, whether a group's count in it follows from what is told: no split of the joined parts, unless none of them is in that column,
    /// and no split of the rectangle.
    /// </summary>
    public bool[] ShowsCounts(int[] group)
    {
        var total = ShowsTotal(group);
        var rectangle = AllOrNone(group, Parts, _hiddenParts);
        var shows = new bool[Columns.Length];
        for (var c = 0; c < shows.Length; c++)
        {
            shows[c] = (total || _joinedCounts[c] == 0) && (rectangle || !Columns[c]);
        }

        return shows;
    }

    /// <summary>
    /// How far the rectangle is from hiding what it must: the sum, over every condition, of what is missing; 0 when it is safe.
    /// </summary>
    public long Deficit()
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
        return rowSums.Concat(columnSums).Sum(s => Missing(s) + Missing(whole - s));
    }

    private long Missing(long mass) => Math.Max(0, _policy.LargestHidden + 1 - mass);

    private static bool AllOrNone(int[] group, bool[] set, int size)
    {
        var inside = 0;
        foreach (var part in group)
        {
            inside += set[part] ? 1 : 0;
        }

        return inside == 0 || inside == size;
    }
}
