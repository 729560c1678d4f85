namespace Waymark.Statistics;

/// <summary>
/// Means with Student's interval: mean ± t(n − 1) · s/√n. Student (1908), "The probable error of a mean", Biometrika 6, 1–25.
/// Where everybody gave the same number there is no spread to work an interval out from, and that is said instead.
/// </summary>
public static class MeanEstimate
{
    /// <summary>The mean, in the unit of the values.</summary>
    public static Result<Estimate> Mean(Sample sample, Coverage? coverage = null)
    {
        ArgumentNullException.ThrowIfNull(sample);
        return StudentInterval(sample, Method.MeanT, coverage ?? Coverage.Percent95);
    }

    /// <summary>The mean of after less before, in the unit of the values.</summary>
    public static Result<Estimate> Change(PairedSample pairs, Coverage? coverage = null)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        return StudentInterval(
            Sample.Trusted(pairs.Changes),
            Method.MeanChangeT,
            coverage ?? Coverage.Percent95
        );
    }

    internal static Result<Estimate> StudentInterval(
        Sample sample,
        Method method,
        Coverage coverage
    )
    {
        if (sample.Count < 2)
        {
            return new InputIssue(
                InputIssueCode.BaseTooSmall,
                "sample",
                "A mean with an interval needs at least two people."
            );
        }

        var variance = sample.Variance;
        if (variance == 0)
        {
            return new InputIssue(
                InputIssueCode.NoVariation,
                "sample",
                "Every value is the same, so no interval can be worked out: say how many there were."
            );
        }

        var half = coverage.T(sample.Count - 1) * Math.Sqrt(variance / sample.Count);
        return new Estimate(
            sample.Mean,
            Interval.Around(sample.Mean, half, coverage),
            new Base(sample.Count),
            method
        );
    }
}
