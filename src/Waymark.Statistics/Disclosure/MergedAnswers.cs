namespace Waymark.Statistics.Disclosure;

/// <summary>
/// The columns that may be told apart. An answer that only a few people of the whole survey gave can be told nowhere, so it is joined with
/// the next rarest answers until their sum is large enough; a joined column is never shown, because it would be an answer nobody gave.
/// </summary>
internal sealed class MergedAnswers
{
    private MergedAnswers(int[] of, int columns, int joined) =>
        (Of, Columns, Joined) = (of, columns, joined);

    /// <summary>For each answer, its column.</summary>
    public int[] Of { get; }

    /// <summary>How many columns there are.</summary>
    public int Columns { get; }

    /// <summary>The joined column, or −1.</summary>
    public int Joined { get; }

    /// <summary>All answers in one column: where only the sizes of groups are told.</summary>
    public static MergedAnswers One(int answers) => new(new int[answers], 1, -1);

    /// <summary>Null where nothing could be told apart any more.</summary>
    public static MergedAnswers? Join(long[] totals, SuppressionPolicy policy)
    {
        var joined = new HashSet<int>(
            Enumerable.Range(0, totals.Length).Where(a => policy.IsSmall(totals[a]))
        );
        if (joined.Count == 0)
        {
            return new MergedAnswers([.. Enumerable.Range(0, totals.Length)], totals.Length, -1);
        }

        foreach (
            var next in Enumerable
                .Range(0, totals.Length)
                .Where(a => totals[a] > policy.LargestHidden)
                .OrderBy(a => totals[a])
        )
        {
            if (joined.Count >= 2 && joined.Sum(a => totals[a]) > policy.LargestHidden)
            {
                break;
            }

            joined.Add(next);
        }

        var apart = Enumerable.Range(0, totals.Length).Where(a => !joined.Contains(a)).ToList();
        return
            joined.Sum(a => totals[a]) <= policy.LargestHidden
            || joined.Count < 2
            || apart.All(a => totals[a] == 0)
            ? null
            : new MergedAnswers(
                [
                    .. Enumerable
                        .Range(0, totals.Length)
                        .Select(a => joined.Contains(a) ? apart.Count : apart.IndexOf(a)),
                ],
                apart.Count + 1,
                apart.Count
            );
    }
}
