namespace Waymark.Statistics;

/// <summary>
/// The typical change: the median of the Walsh averages of the changes, with the interval between two of the averages
/// that belongs to the signed-rank test. J. L. Hodges and E. L. Lehmann (1963), Annals of Mathematical Statistics 34,
/// 598–611; M. Hollander and D. A. Wolfe (1999), Nonparametric Statistical Methods, 2nd edition, 3.2 and 3.3.
/// </summary>
public static class HodgesLehmann
{
    /// <summary>
    /// The shift, in the unit of the values, after less before. Up to 50 pairs the rank of the limits comes from the exact
    /// distribution without ties, above from its normal approximation; with ties the interval is on the wide side. At 95 in
    /// 100 it needs at least six pairs.
    /// </summary>
    public static Result<Estimate> Shift(PairedSample pairs, Coverage? coverage = null)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        var wanted = coverage ?? Coverage.Percent95;
        var rank = LowerRank(pairs.Count, wanted);
        if (rank < 1)
        {
            return new InputIssue(
                InputIssueCode.BaseTooSmall,
                nameof(pairs),
                "There are too few pairs for an interval around the typical change: describe them one by one."
            );
        }

        var averages = new WalshAverages(pairs.Changes);
        return new Estimate(
            averages.Median,
            new Interval(
                averages.Smallest(rank),
                averages.Smallest(averages.Count + 1 - rank),
                wanted
            ),
            new Base(pairs.Count),
            Method.HodgesLehmann
        );
    }

    /// <summary>The largest k with P(T &lt; k) ≤ α/2 under the signed-rank distribution, or 0.</summary>
    private static long LowerRank(int n, Coverage coverage)
    {
        if (n > SignedRankTest.ExactUpTo)
        {
            var mean = n * (n + 1.0) / 4;
            var deviation = Math.Sqrt(n * (n + 1.0) * (2.0 * n + 1) / 24);
            return (long)Math.Floor(mean - coverage.Z * deviation);
        }

        var distribution = SignedRankTest.PositiveSumDistribution([
            .. Enumerable.Range(1, n).Select(r => (long)r),
        ]);
        var below = 0.0;
        for (var k = 0; k < distribution.Length; k++)
        {
            below += distribution[k];
            if (below > coverage.Tail)
            {
                return k;
            }
        }

        return distribution.Length;
    }
}
