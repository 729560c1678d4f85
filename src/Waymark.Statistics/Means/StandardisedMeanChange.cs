using MathNet.Numerics;
using MathNet.Numerics.Statistics;

namespace Waymark.Statistics;

/// <summary>
/// The mean change in units of the spread before, corrected for small samples: d = J(n − 1) · (mean after − mean before) / s(before),
/// with variance 2(1 − r)/n + d²/(2n), r the correlation of before and after. B. J. Becker (1988), "Synthesizing
/// standardized mean-change measures", British Journal of Mathematical and Statistical Psychology 41, 257–278; the form
/// that the R package metafor calls SMCR.
/// </summary>
public static class StandardisedMeanChange
{
    /// <summary>The standardised change; it has no unit and is positive where values rose.</summary>
    public static Result<Estimate> Of(PairedSample pairs, Coverage? coverage = null)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        if (pairs.Count < 3)
        {
            return new InputIssue(
                InputIssueCode.BaseTooSmall,
                nameof(pairs),
                "A standardised change needs at least three pairs."
            );
        }

        var before = Sample.Trusted(pairs.Pairs.Select(p => p.Before));
        var after = Sample.Trusted(pairs.Pairs.Select(p => p.After));
        if (before.Variance == 0 || after.Variance == 0)
        {
            return new InputIssue(
                InputIssueCode.NoVariation,
                nameof(pairs),
                "Everybody had the same value at one of the two times, so the change has no spread to be measured in."
            );
        }

        var correlation = Correlation.Pearson(before.Values, after.Values);
        return FromSummary(
            after.Mean - before.Mean,
            Math.Sqrt(before.Variance),
            correlation,
            pairs.Count,
            coverage ?? Coverage.Percent95
        );
    }

    internal static Estimate FromSummary(
        double meanChange,
        double deviationBefore,
        double correlation,
        int count,
        Coverage coverage
    )
    {
        var d = SmallSampleCorrection(count - 1) * meanChange / deviationBefore;
        var variance = 2 * (1 - correlation) / count + d * d / (2.0 * count);
        return new Estimate(
            d,
            Interval.Around(d, coverage.Z * Math.Sqrt(variance), coverage),
            new Base(count),
            Method.StandardisedMeanChange
        );
    }

    /// <summary>Hedges's exact factor Γ(m/2) / (√(m/2) Γ((m − 1)/2)).</summary>
    private static double SmallSampleCorrection(double m) =>
        Math.Exp(SpecialFunctions.GammaLn(m / 2) - SpecialFunctions.GammaLn((m - 1) / 2))
        / Math.Sqrt(m / 2);
}
