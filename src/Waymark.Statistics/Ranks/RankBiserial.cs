namespace Waymark.Statistics;

/// <summary>
/// The matched-pairs rank-biserial correlation: the rank sum of the pairs that rose less that of the pairs that fell,
/// over the sum of both. B. M. King and E. W. Minium (2003); D. S. Kerby (2014), "The simple difference formula",
/// Comprehensive Psychology 3. The interval is on Fisher's z with standard error √(m(m+1)(2m+1)/6) / (m(m+1)/2), m the
/// pairs that changed, as the R package effectsize documents it.
/// </summary>
public static class RankBiserial
{
    /// <summary>
    /// From −1 (every change a fall) to 1 (every change a rise). At exactly ±1 Fisher's z does not exist: the inner limit
    /// is then worked out from the value half a rank further in, so that the interval never shrinks to a point.
    /// </summary>
    public static Result<Estimate> Of(
        PairedSample pairs,
        ZeroRule zeroRule = ZeroRule.Pratt,
        Coverage? coverage = null
    )
    {
        ArgumentNullException.ThrowIfNull(pairs);
        var wanted = coverage ?? Coverage.Percent95;
        var ranks = SignedRanks.Of(pairs.Changes, zeroRule);
        double m = ranks.Doubled.Length;
        if (m == 0)
        {
            return new InputIssue(
                InputIssueCode.NoVariation,
                nameof(pairs),
                "Nobody's value changed, so there is no change to rank."
            );
        }

        double total = ranks.DoubledTotal;
        var value = (2.0 * ranks.DoubledPositive - total) / total;
        var halfARank = 1 / total;
        var inner = Math.Atanh(Math.Clamp(value, -1 + halfARank, 1 - halfARank));
        var reach = wanted.Z * Math.Sqrt(m * (m + 1) * (2 * m + 1) / 6) / (m * (m + 1) / 2);
        return new Estimate(
            value,
            new Interval(
                value <= -1 ? -1 : Math.Tanh(inner - reach),
                value >= 1 ? 1 : Math.Tanh(inner + reach),
                wanted
            ),
            new Base(pairs.Count),
            Method.RankBiserial
        );
    }
}
