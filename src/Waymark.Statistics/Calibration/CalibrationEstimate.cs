namespace Waymark.Statistics;

/// <summary>Single figures of how well sureness matched what was right.</summary>
public static class CalibrationEstimate
{
    /// <summary>
    /// The Brier score: the mean of (sureness − right)², from 0 (sure and right every time) to 1. G. W. Brier (1950), Monthly
    /// Weather Review 78, 1–3. Its interval is that of a mean, with Student's quantile, as the sampling variance of
    /// A. A. Bradley, S. S. Schwartz and T. Hashino (2008), Weather and Forecasting 23, 992–1006, has it.
    /// </summary>
    public static Result<Estimate> Brier(Judgements judgements, Coverage? coverage = null)
    {
        ArgumentNullException.ThrowIfNull(judgements);
        return MeanOf(
            judgements,
            j => Error(j) * Error(j),
            (0, 1),
            Method.BrierScore,
            coverage ?? Coverage.Percent95
        );
    }

    /// <summary>
    /// Calibration-in-the-large: mean sureness less the share that was right, from −1 to 1; above zero is surer than right.
    /// E. W. Steyerberg (2019), Clinical Prediction Models, 2nd edition, 15.3. Student's interval over decisions.
    /// </summary>
    public static Result<Estimate> InTheLarge(Judgements judgements, Coverage? coverage = null)
    {
        ArgumentNullException.ThrowIfNull(judgements);
        return MeanOf(
            judgements,
            Error,
            (-1, 1),
            Method.CalibrationInTheLarge,
            coverage ?? Coverage.Percent95
        );
    }

    private static double Error(Judgement judgement) =>
        judgement.Sureness - (judgement.Right ? 1 : 0);

    private static Result<Estimate> MeanOf(
        Judgements judgements,
        Func<Judgement, double> figure,
        (double Lowest, double Highest) range,
        Method method,
        Coverage coverage
    ) =>
        MeanEstimate
            .StudentInterval(Sample.Trusted(judgements.All.Select(figure)), method, coverage)
            .Then<Estimate>(e => new Estimate(
                e.Value,
                e.Interval.Within(range.Lowest, range.Highest),
                e.Base,
                method
            ));
}
