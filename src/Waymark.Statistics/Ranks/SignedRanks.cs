namespace Waymark.Statistics;

/// <summary>
/// The ranks of the sizes of the changes, with mid-ranks for ties, kept doubled so that they are whole numbers. Pairs
/// that did not change have no rank here.
/// </summary>
internal sealed class SignedRanks
{
    private SignedRanks(long[] doubled, long doubledPositive, int zeros) =>
        (Doubled, DoubledPositive, Zeros) = (doubled, doubledPositive, zeros);

    /// <summary>Twice the rank of each pair that changed.</summary>
    public long[] Doubled { get; }

    /// <summary>Twice the sum of the ranks of the pairs that rose.</summary>
    public long DoubledPositive { get; }

    /// <summary>How many pairs did not change.</summary>
    public int Zeros { get; }

    /// <summary>Twice the sum of all ranks.</summary>
    public long DoubledTotal => Doubled.Sum();

    public static SignedRanks Of(double[] changes, ZeroRule rule)
    {
        var zeros = changes.Count(c => c == 0);
        var ordered = changes.Where(c => c != 0).OrderBy(Math.Abs).ToArray();
        var offset = rule switch
        {
            ZeroRule.Pratt => zeros,
            ZeroRule.LeaveOut => 0,
        };
        var doubled = new long[ordered.Length];
        long positive = 0;
        for (var start = 0; start < ordered.Length; )
        {
            var end = start;
            while (end < ordered.Length && Math.Abs(ordered[end]) == Math.Abs(ordered[start]))
            {
                end++;
            }

            // The ranks start + 1 to end have the mean (start + 1 + end) / 2.
            long tied = start + 1 + end + 2L * offset;
            for (var i = start; i < end; i++)
            {
                doubled[i] = tied;
                positive += ordered[i] > 0 ? tied : 0;
            }

            start = end;
        }

        return new SignedRanks(doubled, positive, zeros);
    }
}
