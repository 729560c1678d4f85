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
    /// (observed − expected)/(1 − expected) with its interval: unit u's part in it is (n/n₂)(aᵤ − e)/(1 − e) − 2(1 − value)(eᵤ − e)/(1 − e), n₂ the units
    /// with two ratings, aᵤ the unit's agreement (its whole term is 0 where there is a single rating), eᵤ its part in the expected agreement.
    /// </summary>
    public Result<Estimate> BeyondChance(
        double expected,
        IReadOnlyList<double> expectedOfUnit,
        Method method,
        Coverage coverage
    )
    {
        if (expected >= 1)
        {
            return Unvaried;
        }

        var value = (Observed - expected) / (1 - expected);
        var scale = (double)Units / Pairable;
        var parts = OfUnit.Select(
            (agreement, u) =>
                (agreement is { } a ? scale * (a - expected) / (1 - expected) : 0)
                - 2 * (1 - value) * (expectedOfUnit[u] - expected) / (1 - expected)
        );
        return Spread(value, parts) is { } error
            ? Finish(value, coverage.T(Units - 1) * error, lowest: -1, method, coverage)
            : Unvaried;
    }

    /// <summary>
    /// The observed agreement with its interval; where all units agree alike, Wilson's on the number of units, because sameness is not certainty.
    /// </summary>
    public Estimate Raw(Method method, Coverage coverage)
    {
        var scale = (double)Units / Pairable;
        return Spread(Observed, OfUnit.Select(a => scale * (a ?? 0))) is { } error
            ? Finish(Observed, coverage.T(Units - 1) * error, lowest: 0, method, coverage)
            : new Estimate(
                Observed,
                WilsonScore.Interval(Observed, Pairable, coverage),
                new Base(Pairable),
                method
            );
    }

    private static InputIssue Unvaried =>
        new(
            InputIssueCode.NoVariation,
            "ratings",
            "The units do not differ in agreement, so agreement beyond chance has no interval: show raw agreement and the number of units."
        );

    /// <summary>√(Σ(part − value)² / (n(n − 1))), or null where there is nothing to work it out from.</summary>
    private double? Spread(double value, IEnumerable<double> parts)
    {
        var squares = parts.Sum(p => (p - value) * (p - value));
        return Units < 2 || squares < 1e-20 ? null : Math.Sqrt(squares / (Units * (Units - 1.0)));
    }

    private Estimate Finish(
        double value,
        double half,
        double lowest,
        Method method,
        Coverage coverage
    ) =>
        new(
            value,
            Interval.Around(value, half, coverage).Within(lowest, 1),
            new Base(Pairable),
            method
        );
}
