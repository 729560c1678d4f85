using MathNet.Numerics.Distributions;

namespace Waymark.Statistics;

/// <summary>
/// Internal consistency: α = k/(k − 1) · (1 − Σ item variances / variance of the total). L. J. Cronbach (1951), Psychometrika 16,
/// 297–334. The interval is 1 − (1 − α) · F with (n − 1) and (n − 1)(k − 1) degrees of freedom: L. S. Feldt (1965), Psychometrika 30,
/// 357–370; L. S. Feldt, D. J. Woodruff and F. A. Salih (1987), Applied Psychological Measurement 11, 93–103.
/// </summary>
public static class CronbachAlpha
{
    /// <summary>Alpha: at most 1, and below zero where items pull against each other.</summary>
    public static Estimate Of(ItemScores scores, Coverage? coverage = null)
    {
        ArgumentNullException.ThrowIfNull(scores);
        var wanted = coverage ?? Coverage.Percent95;
        double k = scores.Items,
            n = scores.People;
        var covariance = scores.Covariance();
        var items = Enumerable.Range(0, scores.Items).Sum(j => covariance[j, j]);
        var alpha = k / (k - 1) * (1 - items / covariance.Cast<double>().Sum());
        double Limit(double probability) =>
            1 - (1 - alpha) * FisherSnedecor.InvCDF(n - 1, (n - 1) * (k - 1), probability);
        return new Estimate(
            alpha,
            new Interval(Limit(1 - wanted.Tail), Limit(wanted.Tail), wanted),
            new Base(scores.People),
            Method.CronbachAlpha
        );
    }
}
