namespace Waymark.Statistics;

/// <summary>
/// Krippendorff's alpha, 1 − observed/expected disagreement over the pairs of ratings within units; units with a single rating
/// have no pairs. K. Krippendorff (2011), Computing Krippendorff's Alpha-Reliability. The interval is a percentile bootstrap over
/// units: A. Zapf, S. Castell, L. Morawietz and A. Karch (2016), BMC Medical Research Methodology 16:93.
/// </summary>
public static class KrippendorffAlpha
{
    /// <summary>
    /// Alpha: 1 for perfect agreement, 0 for what chance would give, below for worse. Nominal or ordinal as the scale is. Where
    /// everybody chose one and the same category alpha does not exist, and where everybody agreed on every unit it has no
    /// interval; both are said.
    /// </summary>
    /// <param name="ratings">Units by raters.</param>
    /// <param name="chance">Where the bootstrap gets its draws from.</param>
    /// <param name="draws">How many; at least 200.</param>
    /// <param name="coverage">95 in 100 unless told otherwise.</param>
    public static Result<Estimate> Of(
        Ratings ratings,
        Random chance,
        int draws = Bootstrap.UsualDraws,
        Coverage? coverage = null
    )
    {
        ArgumentNullException.ThrowIfNull(ratings);
        ArgumentNullException.ThrowIfNull(chance);
        if (Bootstrap.CheckDraws(draws) is { } issue)
        {
            return issue;
        }

        var units = ratings.Counts.Where(c => c.Sum() >= 2).Select(c => c.ToArray()).ToArray();
        var ordered = ratings.Scale.Ordered;
        var interval = Bootstrap.Percentile(
            units.Length,
            picked => Alpha(units, picked, ordered),
            draws,
            chance,
            coverage ?? Coverage.Percent95
        );
        return
            Alpha(units, [.. Enumerable.Range(0, units.Length)], ordered) is { } alpha
            && interval is { Width: > 0 }
            ? new Estimate(alpha, interval, new Base(units.Length), Method.KrippendorffAlpha)
            : new InputIssue(
                InputIssueCode.NoVariation,
                nameof(ratings),
                "The units do not differ in agreement, or nearly all ratings are one category, so agreement beyond chance has no interval: show raw agreement and the number of units."
            );
    }

    private static double? Alpha(int[][] units, int[] picked, bool ordered)
    {
        var q = units[0].Length;
        var totals = new double[q];
        foreach (var unit in picked)
        {
            for (var k = 0; k < q; k++)
            {
                totals[k] += units[unit][k];
            }
        }

        var distance = SquaredDistances(totals, ordered);
        double observed = 0,
            expected = 0;
        foreach (var unit in picked)
        {
            observed += Disagreement(units[unit], distance) / (units[unit].Sum() - 1);
        }

        for (var c = 0; c < q; c++)
        {
            for (var k = 0; k < q; k++)
            {
                expected += totals[c] * totals[k] * distance[c, k];
            }
        }

        return expected > 0 ? 1 - (totals.Sum() - 1) * observed / expected : null;
    }

    private static double Disagreement(int[] counts, double[,] distance)
    {
        var sum = 0.0;
        for (var c = 0; c < counts.Length; c++)
        {
            for (var k = 0; k < counts.Length; k++)
            {
                sum += (double)counts[c] * counts[k] * distance[c, k];
            }
        }

        return sum;
    }

    /// <summary>
    /// Nominal: 0 or 1. Ordinal: the square of how many ratings lie between two categories, half of each end counted.
    /// </summary>
    private static double[,] SquaredDistances(double[] totals, bool ordered)
    {
        var q = totals.Length;
        var distance = new double[q, q];
        for (var c = 0; c < q; c++)
        {
            var between = totals[c] / 2;
            for (var k = c + 1; k < q; k++)
            {
                between += totals[k] / 2;
                distance[c, k] = distance[k, c] = ordered ? between * between : 1;
                between += totals[k] / 2;
            }
        }

        return distance;
    }
}
