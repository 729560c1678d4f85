namespace Waymark.Statistics;

/// <summary>
/// The variance of a weighted mean by Taylor linearisation: the mean is a ratio Σw·y/Σw, each person's part in it is
/// u = w(y − mean)/Σw, and the variance is n/(n − 1) · Σ(u − ū)². Weights that reproduce known shares take away what those shares
/// explain: u is then replaced by what is left of it after the margins (C.-E. Särndal, B. Swensson and J. Wretman (1992), Model
/// Assisted Survey Sampling, 6.6; T. Lumley (2010), Complex Surveys, ch. 7). Capped weights no longer reproduce them, so there the
/// weights count as given, which errs to the wide side.
/// </summary>
internal static class LinearisedVariance
{
    private const int MostRounds = 1000;

    /// <summary>
    /// <paramref name="values"/> holds null for people who did not answer or are outside the group looked at; they still
    /// count for the variance, because they might have been otherwise in another sample.
    /// </summary>
    public static (double Mean, double Variance) Of(
        SurveyWeights weights,
        IReadOnlyList<double?> values
    )
    {
        var w = weights.Values;
        double sum = 0,
            total = 0;
        for (var i = 0; i < w.Length; i++)
        {
            if (values[i] is { } value)
            {
                sum += w[i] * value;
                total += w[i];
            }
        }

        var mean = sum / total;
        var residuals = new double[w.Length];
        for (var i = 0; i < w.Length; i++)
        {
            residuals[i] = values[i] is { } value ? (value - mean) / total : 0;
        }

        if (weights.Capped == 0)
        {
            TakeOutMargins(weights, residuals);
        }

        for (var i = 0; i < w.Length; i++)
        {
            residuals[i] *= w[i];
        }

        var average = residuals.Average();
        var n = (double)w.Length;
        return (mean, n / (n - 1) * residuals.Sum(u => (u - average) * (u - average)));
    }

    /// <summary>
    /// The residuals of the regression on all groups of all margins, by taking out the group means of each margin in turn
    /// until nothing moves: no matrix, and no trouble with margins that overlap. Everybody counts alike here, because everybody
    /// was asked alike; the weights come in afterwards.
    /// </summary>
    private static void TakeOutMargins(SurveyWeights weights, double[] residuals)
    {
        var scale = residuals.Max(Math.Abs);
        for (var round = 0; round < MostRounds; round++)
        {
            var moved = weights.Margins.Max(m => TakeOut(m, residuals));
            if (weights.Margins.Length == 1 || moved <= scale * 1e-13)
            {
                return;
            }
        }
    }

    private static double TakeOut(Margin margin, double[] residuals)
    {
        var sums = new double[margin.Groups.Length];
        var totals = new double[margin.Groups.Length];
        for (var i = 0; i < residuals.Length; i++)
        {
            sums[margin.Of[i]] += residuals[i];
            totals[margin.Of[i]]++;
        }

        for (var i = 0; i < residuals.Length; i++)
        {
            residuals[i] -= sums[margin.Of[i]] / totals[margin.Of[i]];
        }

        return sums.Zip(totals, (s, t) => Math.Abs(s / t)).Max();
    }
}
