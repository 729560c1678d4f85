using MathNet.Numerics.Distributions;

namespace Waymark.Statistics;

/// <summary>
/// The median with the distribution-free interval between two of the ordered values: x(r) to x(n − r + 1), r the largest
/// number with P(Bin(n, ½) &lt; r) ≤ α/2. W. R. Thompson (1936), Annals of Mathematical Statistics 7, 122–128; W. J. Conover (1999),
/// Practical Nonparametric Statistics, 3rd edition, section 3.2. The interval covers at least what it says.
/// </summary>
public static class MedianEstimate
{
    /// <summary>The median, in the unit of the values. At 95 in 100 it needs at least six of them.</summary>
    public static Result<Estimate> Median(Sample sample, Coverage? coverage = null)
    {
        ArgumentNullException.ThrowIfNull(sample);
        var wanted = coverage ?? Coverage.Percent95;
        var n = sample.Count;
        var r = LowerRank(n, wanted);
        if (r == 0)
        {
            return new InputIssue(
                InputIssueCode.BaseTooSmall,
                nameof(sample),
                "There are too few values for an interval around the median: describe them one by one."
            );
        }

        var sorted = sample.Values.Sort();
        return new Estimate(
            (sorted[(n - 1) / 2] + sorted[n / 2]) / 2,
            new Interval(sorted[r - 1], sorted[n - r], wanted),
            new Base(n),
            Method.MedianOrderStatistics
        );
    }

    /// <summary>The rank r, or 0 where even the whole range covers too little.</summary>
    private static int LowerRank(int n, Coverage coverage)
    {
        int low = 0,
            high = n / 2;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (Binomial.CDF(0.5, n, middle - 1) <= coverage.Tail)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return low;
    }
}
