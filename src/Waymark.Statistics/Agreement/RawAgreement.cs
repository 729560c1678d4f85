namespace Waymark.Statistics;

/// <summary>
/// The share of pairs of raters that chose the same category, averaged over units: shown beside every coefficient, because a
/// coefficient alone hides how common each category was. Interval by the linearised variance over units. K. L. Gwet (2014),
/// Handbook of Inter-Rater Reliability, 4th edition, ch. 5.
/// </summary>
public static class RawAgreement
{
    /// <summary>From 0 to 1; also on an ordered scale only the very same category counts. Where every unit has the same
    /// agreement the interval is Wilson's on the number of units.</summary>
    public static Estimate Of(Ratings ratings, Coverage? coverage = null)
    {
        ArgumentNullException.ThrowIfNull(ratings);
        return new UnitAgreement(
            ratings,
            AgreementWeights.Identity(ratings.Scale.Categories.Length)
        ).Raw(Method.RawAgreement, coverage ?? Coverage.Percent95);
    }
}
