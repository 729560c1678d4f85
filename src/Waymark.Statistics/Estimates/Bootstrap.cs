namespace Waymark.Statistics;

/// <summary>
/// The percentile bootstrap: draw as many cases as there are, with replacement, work the figure out again, and take the
/// middle part of what comes out. B. Efron and R. J. Tibshirani (1993), An Introduction to the Bootstrap, ch. 13. Chance is
/// a parameter: the same seed gives the same interval.
/// </summary>
internal static class Bootstrap
{
    /// <summary>How often cases are drawn unless told otherwise.</summary>
    public const int UsualDraws = 2000;

    /// <summary>The issue with the number of draws, or null.</summary>
    public static InputIssue? CheckDraws(int draws) =>
        draws >= 200
            ? null
            : new InputIssue(
                InputIssueCode.OutOfRange,
                nameof(draws),
                "A bootstrap interval needs at least 200 draws."
            );

    /// <summary>
    /// Null where fewer than half of the draws had a value (a draw can happen to hold one and the same case only).
    /// Quantiles are interpolated between order statistics (type 7 of Hyndman and Fan 1996).
    /// </summary>
    public static Interval? Percentile(
        int cases,
        Func<int[], double?> figure,
        int draws,
        Random chance,
        Coverage coverage
    )
    {
        var values = new List<double>(draws);
        var picked = new int[cases];
        for (var draw = 0; draw < draws; draw++)
        {
            for (var i = 0; i < cases; i++)
            {
                picked[i] = chance.Next(cases);
            }

            if (figure(picked) is { } value)
            {
                values.Add(value);
            }
        }

        if (values.Count * 2 < draws)
        {
            return null;
        }

        values.Sort();
        return new Interval(
            Quantile(values, coverage.Tail),
            Quantile(values, 1 - coverage.Tail),
            coverage
        );
    }

    private static double Quantile(List<double> sorted, double share)
    {
        var place = share * (sorted.Count - 1);
        var below = (int)place;
        var above = Math.Min(below + 1, sorted.Count - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
