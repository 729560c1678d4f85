namespace Waymark.Statistics;

/// <summary>
/// Gwet's agreement beyond chance, (p − e)/(1 − e) with e = Σw/(q(q − 1)) · Σπ(1 − π). It stays meaningful where nearly everybody chooses
/// the same category. K. L. Gwet (2008), "Computing inter-rater reliability and its variance in the presence of high agreement",
/// British Journal of Mathematical and Statistical Psychology 61, 29–48; K. L. Gwet (2014), Handbook of Inter-Rater Reliability, 4th
/// edition, ch. 5 (missing ratings, variance).
/// </summary>
public static class GwetCoefficient
{
    /// <summary>
    /// AC1 on a scale without order, AC2 with ordinal weights on one with an order; from −1 to 1. Declared categories that nobody
    /// chose count in q.
    /// </summary>
    public static Result<Estimate> Of(Ratings ratings, Coverage? coverage = null)
    {
        ArgumentNullException.ThrowIfNull(ratings);
        var q = ratings.Scale.Categories.Length;
        var weights = AgreementWeights.Of(ratings.Scale);
        var agreement = new UnitAgreement(ratings, weights);
        var share = ratings.Shares();
        var factor = weights.Cast<double>().Sum() / (q * (q - 1.0));
        return agreement.BeyondChance(
            factor * share.Sum(s => s * (1 - s)),
            [
                .. ratings.Counts.Select(counts =>
                    factor
                    * counts.Select((c, k) => (double)c / counts.Sum() * (1 - share[k])).Sum()
                ),
            ],
            ratings.Scale.Ordered ? Method.GwetAc2 : Method.GwetAc1,
            coverage ?? Coverage.Percent95
        );
    }
}
