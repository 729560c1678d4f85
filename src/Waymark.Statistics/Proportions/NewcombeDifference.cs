namespace Waymark.Statistics;

/// <summary>
/// Newcombe's "square and add" intervals for a difference between two proportions: the distances from each proportion
/// to its Wilson limits are combined by Pythagoras, for pairs with a term for their correlation.
/// </summary>
public static class NewcombeDifference
{
    /// <summary>
    /// The difference between two separate groups, second less first, from −1 to 1. R. G. Newcombe (1998), "Interval
    /// estimation for the difference between independent proportions", Statistics in Medicine 17, 873–890 (method 10).
    /// </summary>
    public static Estimate Independent(Tally first, Tally second, Coverage? coverage = null)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        return SquareAndAdd(
            (first.Share, first.Count),
            (second.Share, second.Count),
            correlation: 0,
            new Base(first.Count + second.Count),
            coverage ?? Coverage.Percent95,
            Method.NewcombeIndependent
        );
    }

    /// <summary>
    /// The change in the share of the same people that said yes, after less before, from −1 to 1. R. G. Newcombe (1998),
    /// "Improved confidence intervals for the difference between binomial proportions based on paired data", Statistics
    /// in Medicine 17, 2635–2650 (method 10, with his correction of the correlation towards zero).
    /// </summary>
    public static Estimate Paired(PairedTally pairs, Coverage? coverage = null)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        double n = pairs.Count;
        return SquareAndAdd(
            ((pairs.YesBoth + pairs.YesThenNo) / n, n),
            ((pairs.YesBoth + pairs.NoThenYes) / n, n),
            Correlation(pairs),
            new Base(pairs.Count),
            coverage ?? Coverage.Percent95,
            Method.NewcombePaired
        );
    }

    private static Estimate SquareAndAdd(
        (double Share, double Size) first,
        (double Share, double Size) second,
        double correlation,
        Base @base,
        Coverage coverage,
        Method method
    )
    {
        var one = WilsonScore.Interval(first.Share, first.Size, coverage);
        var two = WilsonScore.Interval(second.Share, second.Size, coverage);
        var difference = second.Share - first.Share;
        var down = Combine(second.Share - two.Lower, one.Upper - first.Share, correlation);
        var up = Combine(two.Upper - second.Share, first.Share - one.Lower, correlation);
        return new Estimate(
            difference,
            new Interval(difference - down, difference + up, coverage).Within(-1, 1),
            @base,
            method
        );
    }

    private static double Combine(double a, double b, double correlation) =>
        Math.Sqrt(Math.Max(0, a * a - 2 * correlation * a * b + b * b));

    /// <summary>Phi of the four counts; where it is positive, n/2 is taken off its numerator but not below zero.</summary>
    private static double Correlation(PairedTally pairs)
    {
        double a = pairs.YesBoth,
            b = pairs.YesThenNo,
            c = pairs.NoThenYes,
            d = pairs.NoBoth;
        var product = (a + b) * (c + d) * (a + c) * (b + d);
        if (product == 0)
        {
            return 0;
        }

        var determinant = a * d - b * c;
        var corrected =
            determinant > 0 ? Math.Max(0, determinant - (a + b + c + d) / 2) : determinant;
        return corrected / Math.Sqrt(product);
    }
}
