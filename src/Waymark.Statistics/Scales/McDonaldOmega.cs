namespace Waymark.Statistics;

/// <summary>
/// The reliability of the sum of items that share one factor: ω = (Σλ)² / ((Σλ)² + Σψ). R. P. McDonald (1999), Test Theory: A Unified
/// Treatment, ch. 6. Loadings and unique variances by maximum likelihood on the covariances; the interval is a percentile
/// bootstrap over people, as K. Kelley and S. Pornprasertmanit (2016), Psychological Methods 21, 69–92, advise for items that are
/// not normal.
/// </summary>
public static class McDonaldOmega
{
    /// <summary>Omega, from 0 to 1. It needs at least three items: with two the factor cannot be told from the noise.</summary>
    /// <param name="scores">People by items.</param>
    /// <param name="chance">Where the bootstrap gets its draws from.</param>
    /// <param name="draws">How many; at least 200.</param>
    /// <param name="coverage">95 in 100 unless told otherwise.</param>
    public static Result<Estimate> Of(
        ItemScores scores,
        Random chance,
        int draws = Bootstrap.UsualDraws,
        Coverage? coverage = null
    )
    {
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(chance);
        if (Bootstrap.CheckDraws(draws) is { } issue)
        {
            return issue;
        }

        if (scores.Items < 3)
        {
            return new InputIssue(
                InputIssueCode.BaseTooSmall,
                nameof(scores),
                "Omega needs at least three items."
            );
        }

        var value = Fit(scores.Covariance());
        var interval = Bootstrap.Percentile(
            scores.People,
            picked => Fit(scores.Covariance(picked)),
            draws,
            chance,
            coverage ?? Coverage.Percent95
        );
        return value is { } omega && interval is not null
            ? new Estimate(omega, interval, new Base(scores.People), Method.McDonaldOmega)
            : new InputIssue(
                InputIssueCode.DidNotConverge,
                nameof(scores),
                "One factor does not fit these items: look at the items before asking for their reliability."
            );
    }

    private static double? Fit(double[,] covariance)
    {
        for (var i = 0; i < covariance.GetLength(0); i++)
        {
            if (covariance[i, i] <= 0)
            {
                return null;
            }
        }

        return OneFactorModel.Fit(covariance)?.Omega;
    }
}
