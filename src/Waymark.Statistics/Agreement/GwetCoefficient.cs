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
        var share = new double[q];
        foreach (var counts in ratings.Counts)
        {
            double raters = counts.Sum();
            for (var k = 0; k < q; k++)
            {
                share[k] += counts[k] / raters / ratings.Units;
            }
        }

        var factor = weights.Cast<double>().Sum() / (q * (q - 1.0));
        var expected = factor * share.Sum(s => s * (1 - s));
        var value = (agreement.Observed - expected) / (1 - expected);
        var scale = (double)agreement.Units / agreement.Pairable;
        var parts = ratings.Counts.Select(
            (counts, u) =>
            {
                double raters = counts.Sum();
                var own = agreement.OfUnit[u] is { } a
                    ? scale * (a - expected) / (1 - expected)
                    : 0;
                var chance = factor * counts.Select((c, k) => c / raters * (1 - share[k])).Sum();
                return own - 2 * (1 - value) * (chance - expected) / (1 - expected);
            }
        );
        return agreement.Finish(
            value,
            parts,
            lowest: -1,
            ratings.Scale.Ordered ? Method.GwetAc2 : Method.GwetAc1,
            coverage ?? Coverage.Percent95
        );
    }
}
