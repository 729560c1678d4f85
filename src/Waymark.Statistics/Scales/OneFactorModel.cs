namespace Waymark.Statistics;

/// <summary>
/// The one-factor model Σ = λλ' + diag(ψ) fitted to covariances by maximum likelihood with the EM algorithm. D. B. Rubin and
/// D. T. Thayer (1982), "EM algorithms for ML factor analysis", Psychometrika 47, 69–76. With one factor every inverse has
/// a closed form (Sherman–Morrison), so that a round costs k² and nothing can be singular. Unique variances stay above half
/// a hundredth of the item's variance, as in R's factanal.
/// </summary>
internal sealed class OneFactorModel
{
    private const int MostRounds = 100_000;
    private const double Settled = 1e-13;
    private const double SmallestUniqueness = 0.005;

    private OneFactorModel(double[] loadings, double[] uniqueness) =>
        (Loadings, Uniqueness) = (loadings, uniqueness);

    public double[] Loadings { get; }

    public double[] Uniqueness { get; }

    /// <summary>ω = (Σλ)² / ((Σλ)² + Σψ).</summary>
    public double Omega
    {
        get
        {
            var common = Loadings.Sum() * Loadings.Sum();
            return common / (common + Uniqueness.Sum());
        }
    }

    /// <summary>Null where it did not settle.</summary>
    public static OneFactorModel? Fit(double[,] covariance)
    {
        var k = covariance.GetLength(0);
        var loadings = new double[k];
        var uniqueness = new double[k];
        for (var i = 0; i < k; i++)
        {
            loadings[i] = Start(covariance, i);
            uniqueness[i] = covariance[i, i] / 2;
        }

        var regression = new double[k];
        var cross = new double[k];
        for (var round = 0; round < MostRounds; round++)
        {
            if (Step(covariance, loadings, uniqueness, regression, cross) < Settled)
            {
                return new OneFactorModel(loadings, uniqueness);
            }
        }

        return null;
    }

    /// <summary>Half the item's deviation, with the sign of its link to the sum of all items.</summary>
    private static double Start(double[,] covariance, int item)
    {
        var withAll = 0.0;
        for (var j = 0; j < covariance.GetLength(0); j++)
        {
            withAll += covariance[item, j];
        }

        return (withAll < 0 ? -1 : 1) * Math.Sqrt(covariance[item, item] / 2);
    }

    private static double Step(
        double[,] s,
        double[] loadings,
        double[] uniqueness,
        double[] regression,
        double[] cross
    )
    {
        var k = loadings.Length;
        var information = 0.0;
        for (var i = 0; i < k; i++)
        {
            information += loadings[i] * loadings[i] / uniqueness[i];
        }

        for (var i = 0; i < k; i++)
        {
            regression[i] = loadings[i] / uniqueness[i] / (1 + information);
        }

        var scoreVariance = 1 / (1 + information);
        for (var i = 0; i < k; i++)
        {
            cross[i] = 0;
            for (var j = 0; j < k; j++)
            {
                cross[i] += s[i, j] * regression[j];
            }

            scoreVariance += regression[i] * cross[i];
        }

        var moved = 0.0;
        for (var i = 0; i < k; i++)
        {
            var loading = cross[i] / scoreVariance;
            moved = Math.Max(moved, Math.Abs(loading - loadings[i]) / Math.Sqrt(s[i, i]));
            loadings[i] = loading;
            uniqueness[i] = Math.Max(s[i, i] - loading * cross[i], SmallestUniqueness * s[i, i]);
        }

        return moved;
    }
}
