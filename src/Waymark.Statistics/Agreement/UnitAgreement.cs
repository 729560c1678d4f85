namespace Waymark.Statistics;

/// <summary>
/// Agreement unit by unit: the share of all pairs of ratings of a unit that agree, near misses in part where the weights say
/// so. The common ground of raw agreement and Gwet's coefficients: K. L. Gwet (2014), Handbook of Inter-Rater Reliability, 4th
/// edition, ch. 5.
/// </summary>
internal sealed class UnitAgreement
{
    public UnitAgreement(Ratings ratings, double[,] weights)
    {
        var q = ratings.Scale.Categories.Length;
        Units = ratings.Units;
        Pairable = ratings.PairableUnits;
        OfUnit = new double?[Units];
        for (var u = 0; u < Units; u++)
        {
            var counts = ratings.Counts[u];
            double raters = counts.Sum();
            if (raters < 2)
            {
                continue;
            }

            var agreeing = 0.0;
            for (var k = 0; k < q; k++)
            {
                var weighted = 0.0;
                for (var l = 0; l < q; l++)
                {
                    weighted += weights[k, l] * counts[l];
                }

                agreeing += counts[k] * (weighted - 1);
            }

            OfUnit[u] = agreeing / (raters * (raters - 1));
        }

        Observed = OfUnit.Sum() / Pairable ?? 0;
    }

    public int Units { get; }

    public int Pairable { get; }

    /// <summary>The agreement within each unit; null for one with a single rating.</summary>
    public double?[] OfUnit { get; }

    /// <summary>The mean over the units with two or more ratings.</summary>
    public double Observed { get; }

    /// <summary>
    /// value ± t(n − 1) · √(Σ(part − value)² / (n(n − 1))), n the units, kept between −1 and 1.
    /// </summary>
    public Result<Estimate> Finish(
        double value,
        IEnumerable<double> parts,
        double lowest,
        Method method,
        Coverage coverage
    )
    {
        if (Units < 2)
        {
            return new InputIssue(
                InputIssueCode.BaseTooSmall,
                "ratings",
                "An interval needs at least two units that were rated."
            );
        }

        var squares = parts.Sum(p => (p - value) * (p - value));
        var error = Math.Sqrt(squares / (Units * (Units - 1.0)));
        return new Estimate(
            value,
            Interval.Around(value, coverage.T(Units - 1) * error, coverage).Within(lowest, 1),
            new Base(Pairable),
            method
        );
    }
}
