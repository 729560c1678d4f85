namespace Waymark.Statistics;

/// <summary>
/// Wilson's score interval for one proportion, without continuity correction. E. B. Wilson (1927), "Probable
/// inference, the law of succession, and statistical inference", JASA 22, 209–212; recommended by R. G. Newcombe
/// (1998), "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17, 857–872 (his method 3).
/// </summary>
public static class WilsonScore
{
    /// <summary>The share that said yes, from 0 to 1.</summary>
    public static Estimate Proportion(Tally tally, Coverage? coverage = null)
    {
        ArgumentNullException.ThrowIfNull(tally);
        return new Estimate(
            tally.Share,
            Interval(tally.Share, tally.Count, coverage ?? Coverage.Percent95),
            new Base(tally.Count),
            Method.WilsonScore
        );
    }

    /// <summary>
    /// A share that somebody else published, from 0 to 1, with the number of people it is said to rest on: the counts behind it are not known,
    /// so the interval is worked out around the share as printed.
    /// </summary>
    public static Result<Estimate> Published(double share, int size, Coverage? coverage = null) =>
        !double.IsFinite(share) || share is < 0 or > 1
            ? new InputIssue(InputIssueCode.OutOfRange, nameof(share), "A share is from 0 to 1.")
        : size < 1 ? new InputIssue(InputIssueCode.BaseEmpty, nameof(size), "Nobody answered.")
        : new Estimate(
            share,
            Interval(share, size, coverage ?? Coverage.Percent95),
            new Base(size),
            Method.WilsonScore
        );

    /// <summary>
    /// (p + z²/2n ± z√(p(1−p)/n + z²/4n²)) / (1 + z²/n). <paramref name="size"/> may be an effective number.
    /// </summary>
    internal static Interval Interval(double share, double size, Coverage coverage)
    {
        var z = coverage.Z;
        var z2 = z * z;
        var centre = share + z2 / (2 * size);
        var half = z * Math.Sqrt(share * (1 - share) / size + z2 / (4 * size * size));
        var scale = 1 + z2 / size;
        return new Interval(
            share <= 0 ? 0 : Math.Clamp((centre - half) / scale, 0, share),
            share >= 1 ? 1 : Math.Clamp((centre + half) / scale, share, 1),
            coverage
        );
    }
}
