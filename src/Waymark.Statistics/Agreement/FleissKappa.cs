namespace Waymark.Statistics;

/// <summary>
/// Fleiss's kappa, (p − e)/(1 − e) with e = Σπ²: the best known coefficient, kept so that a study can be set beside older ones. It falls towards zero where
/// nearly everybody chooses the same category; read Gwet's beside it. J. L. Fleiss (1971), "Measuring nominal scale agreement among many raters",
/// Psychological Bulletin 76, 378–382; missing ratings and variance as K. L. Gwet (2014), Handbook of Inter-Rater Reliability, 4th edition, ch. 5.
/// </summary>
public static class FleissKappa
{
    /// <summary>Kappa, from −1 to 1. Every miss counts alike, also on an ordered scale.</summary>
    public static Result<Estimate> Of(Ratings ratings, Coverage? coverage = null)
    {
        ArgumentNullException.ThrowIfNull(ratings);
        var share = ratings.Shares();
        return new UnitAgreement(ratings, AgreementWeights.Identity(share.Length)).BeyondChance(
            share.Sum(s => s * s),
            [
                .. ratings.Counts.Select(counts =>
                    counts.Select((c, k) => (double)c / counts.Sum() * share[k]).Sum()
                ),
            ],
            Method.FleissKappa,
            coverage ?? Coverage.Percent95
        );
    }
}
