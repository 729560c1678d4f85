namespace Waymark.Statistics.Tests.Agreement;

public class AgreementTests
{
    // Krippendorff's example "C": four observers, twelve units, with gaps (Computing Krippendorff's Alpha-Reliability, 2011); the same
    // data as cac.raw4raters in K. L. Gwet's R package irrCAC (Handbook, 4th edition, p. 120).
    private static readonly string?[][] FourRaters =
    [
        ["1", "1", null, "1"],
        ["2", "2", "3", "2"],
        ["3", "3", "3", "3"],
        ["3", "3", "3", "3"],
        ["2", "2", "2", "2"],
        ["1", "2", "3", "4"],
        ["4", "4", "4", "4"],
        ["1", "1", "2", "1"],
        ["2", "2", "2", "2"],
        [null, "5", "5", "5"],
        [null, null, "1", "1"],
        [null, null, "3", null],
    ];

    // Fleiss 1971: six psychiatrists, fifteen patients of the published thirty, as distrib.6raters in irrCAC.
    private static readonly int[][] SixRaters =
    [
        [0, 0, 0, 6, 0],
        [0, 3, 0, 0, 3],
        [0, 1, 4, 0, 1],
        [0, 0, 0, 0, 6],
        [0, 3, 0, 3, 0],
        [2, 0, 4, 0, 0],
        [0, 0, 4, 0, 2],
        [2, 0, 3, 1, 0],
        [2, 0, 0, 4, 0],
        [0, 0, 0, 0, 6],
        [1, 0, 0, 5, 0],
        [1, 1, 0, 4, 0],
        [0, 3, 3, 0, 0],
        [1, 0, 0, 5, 0],
        [0, 2, 0, 3, 1],
    ];

    private static RatingScale Nominal => Six.Ok(RatingScale.Nominal("1", "2", "3", "4", "5"));

    private static RatingScale Ordinal => Six.Ok(RatingScale.Ordinal("1", "2", "3", "4", "5"));

    private static Ratings Four(RatingScale scale) => Six.Ok(Ratings.Create(scale, FourRaters));

    private static double StandardError(Estimate e, int units) =>
        (e.Value - e.Interval.Lower) / e.Interval.Coverage.T(units - 1);

    // Krippendorff 2011 prints 0.743 (nominal) and 0.815 (ordinal); irr's kripp.alpha documents the same data. Six digits: 0.743421 is
    // irrCAC's krippen.alpha.raw (0.74342); ordinal 0.815388 is what irr and the Python package krippendorff give.
    [Fact]
    public void KrippendorffAlpha_FourObservers_Matches()
    {
        var nominal = Six.Ok(KrippendorffAlpha.Of(Four(Nominal), new Random(1), draws: 500));
        var ordinal = Six.Ok(KrippendorffAlpha.Of(Four(Ordinal), new Random(1), draws: 500));

        Assert.Equal(0.743421, nominal.Value, 5e-7);
        Assert.Equal(0.815388, ordinal.Value, 5e-7);
        Assert.Equal(11, nominal.Base.Count);
    }

    // irrCAC README: krippen.alpha.dist(distrib.6raters) 0.4204384.
    [Fact]
    public void KrippendorffAlpha_SixPsychiatrists_Matches()
    {
        var ratings = Six.Ok(Ratings.FromCounts(Nominal, SixRaters));
        var estimate = Six.Ok(KrippendorffAlpha.Of(ratings, new Random(1), draws: 2000));

        Six.Digits(0.4204384, estimate.Value);
        // irrCAC's analytical interval is 0.244 to 0.597.
        Assert.InRange(estimate.Interval.Lower, 0.2, 0.32);
        Assert.InRange(estimate.Interval.Upper, 0.5, 0.65);
    }

    [Fact]
    public void KrippendorffAlpha_SameSeed_IsTheSame()
    {
        var one = Six.Ok(KrippendorffAlpha.Of(Four(Nominal), new Random(3), draws: 200));
        var same = Six.Ok(KrippendorffAlpha.Of(Four(Nominal), new Random(3), draws: 200));
        var other = Six.Ok(KrippendorffAlpha.Of(Four(Nominal), new Random(4), draws: 200));

        Assert.Equal(one, same);
        Assert.NotEqual(one.Interval, other.Interval);
    }

    // irrCAC README: gwet.ac1.dist(distrib.6raters) 0.4448007, standard error 0.08418757.
    [Fact]
    public void GwetAc1_SixPsychiatrists_Matches()
    {
        var estimate = Six.Ok(GwetCoefficient.Of(Six.Ok(Ratings.FromCounts(Nominal, SixRaters))));

        Six.Digits(0.4448007, estimate.Value);
        Six.Digits(0.08418757, StandardError(estimate, 15));
        Assert.Equal(Method.GwetAc1, estimate.Method);
    }

    // irrCAC README: gwet.ac1.raw(cac.raw4raters) 0.77544, standard error 0.14295, interval 0.461 to 1.
    [Fact]
    public void GwetAc1_FourRatersWithGaps_Matches()
    {
        var estimate = Six.Ok(GwetCoefficient.Of(Four(Nominal)));

        Assert.Equal(0.77544, estimate.Value, 5e-6);
        Assert.Equal(0.14295, StandardError(estimate, 12), 5e-6);
        Assert.Equal(0.461, estimate.Interval.Lower, 5e-4);
        Assert.Equal(1, estimate.Interval.Upper);
        Assert.Equal(11, estimate.Base.Count);
    }

    // The tests of the Python package irrCAC for ordinal weights on the same data: 0.899, standard error 0.107, interval 0.664 to 1.
    [Fact]
    public void GwetAc2_FourRatersWithGaps_Matches()
    {
        var estimate = Six.Ok(GwetCoefficient.Of(Four(Ordinal)));

        Assert.Equal(0.899, estimate.Value, 5e-4);
        Assert.Equal(0.107, StandardError(estimate, 12), 5e-4);
        Assert.Equal(0.664, estimate.Interval.Lower, 5e-4);
        Assert.Equal(Method.GwetAc2, estimate.Method);
    }

    // irrCAC vignette "weighting": ordinal.weights(1:3) has 0.6666667 beside the diagonal and 0 in the corner.
    [Fact]
    public void OrdinalWeights_ThreeCategories_Match()
    {
        var weights = AgreementWeights.Of(Six.Ok(RatingScale.Ordinal("a", "b", "c")));

        Six.Digits(2.0 / 3, weights[0, 1]);
        Six.Digits(0, weights[0, 2]);
        Six.Digits(1, weights[1, 1]);
    }

    // irrCAC README: pa.coeff.raw(cac.raw4raters) 0.8181818, standard error 0.12561, interval 0.542 to 1.
    [Fact]
    public void RawAgreement_FourRatersWithGaps_Matches()
    {
        var estimate = RawAgreement.Of(Four(Ordinal));

        Six.Digits(0.8181818182, estimate.Value);
        Assert.Equal(0.12561, StandardError(estimate, 12), 5e-6);
        Assert.Equal(0.542, estimate.Interval.Lower, 5e-4);
    }

    // irrCAC README: fleiss.kappa.dist(distrib.6raters) 0.4139265, standard error 0.08119291; fleiss.kappa.raw 0.76117, 0.15302.
    [Fact]
    public void FleissKappa_PublishedExamples_Match()
    {
        var six = Six.Ok(FleissKappa.Of(Six.Ok(Ratings.FromCounts(Nominal, SixRaters))));
        var four = Six.Ok(FleissKappa.Of(Four(Nominal)));

        Six.Digits(0.4139265, six.Value);
        Six.Digits(0.08119291, StandardError(six, 15));
        Assert.Equal(0.76117, four.Value, 5e-6);
        Assert.Equal(0.15302, StandardError(four, 12), 5e-6);
    }

    [Property]
    public void RawAgreement_Perfect_IsOneWithoutClaimingCertainty(byte[] chosen)
    {
        string[][] units =
        [
            .. chosen.Append((byte)0).Select(c => new[] { $"{c % 5 + 1}", $"{c % 5 + 1}" }),
        ];
        var estimate = RawAgreement.Of(Six.Ok(Ratings.Create(Ordinal, units)));

        Assert.Equal((1, 1), (estimate.Value, estimate.Interval.Upper));
        Assert.Equal(
            WilsonScore.Proportion(Six.Ok(Tally.Create(units.Length, 0))).Interval.Lower,
            estimate.Interval.Lower,
            1e-12
        );
    }

    [Fact]
    public void Coefficients_PerfectAgreement_HaveNoIntervalAndSaySo()
    {
        var ratings = Six.Ok(
            Ratings.Create(
                Nominal,
                [
                    ["1", "1"],
                    ["2", "2"],
                    ["3", "3"],
                ]
            )
        );

        Six.Refused(InputIssueCode.NoVariation, "ratings", GwetCoefficient.Of(ratings));
        Six.Refused(InputIssueCode.NoVariation, "ratings", FleissKappa.Of(ratings));
        Six.Refused(
            InputIssueCode.NoVariation,
            "ratings",
            KrippendorffAlpha.Of(ratings, new Random(1), 200)
        );
    }

    [Property]
    public void Coefficients_Any_AreAtMostOneAndLieInTheirInterval(int seed)
    {
        var random = new Random(seed);
        var units = Enumerable
            .Range(0, 10)
            .Select(_ => Enumerable.Range(0, 3).Select(_ => $"{random.Next(1, 6)}").ToArray())
            .ToArray();
        var ratings = Six.Ok(Ratings.Create(Ordinal, units));
        var gwet = Six.Ok(GwetCoefficient.Of(ratings));

        Assert.True(gwet.Value <= 1);
        Assert.True(gwet.Interval.Contains(gwet.Value));
        Assert.True(RawAgreement.Of(ratings).Interval.Contains(RawAgreement.Of(ratings).Value));
    }

    [Property]
    public void Coefficients_RatersInAnotherOrder_AreTheSame(int seed)
    {
        var random = new Random(seed);
        var units = Enumerable
            .Range(0, 8)
            .Select(_ =>
                Enumerable
                    .Range(0, 4)
                    .Select(_ => random.Next(6) is var c && c == 0 ? null : $"{c}")
                    .ToArray()
            )
            .Append(["1", "2", "2", "1"])
            .ToArray();
        var turned = units.Select(u => u.Reverse().ToArray()).ToArray();
        var one = Six.Ok(Ratings.Create(Ordinal, units));
        var other = Six.Ok(Ratings.Create(Ordinal, turned));

        Assert.Equal(Six.Ok(GwetCoefficient.Of(one)), Six.Ok(GwetCoefficient.Of(other)));
        Assert.Equal(
            Six.Ok(KrippendorffAlpha.Of(one, new Random(1), 200)),
            Six.Ok(KrippendorffAlpha.Of(other, new Random(1), 200))
        );
    }

    [Fact]
    public void KrippendorffAlpha_OneCategoryOnly_IsRefusedAndRawAgreementIsNot()
    {
        var ratings = Six.Ok(
            Ratings.Create(
                Nominal,
                [
                    ["1", "1"],
                    ["1", "1"],
                ]
            )
        );

        Six.Refused(
            InputIssueCode.NoVariation,
            "ratings",
            KrippendorffAlpha.Of(ratings, new Random(1), 200)
        );
        Assert.Equal(1, RawAgreement.Of(ratings).Value);
    }

    [Fact]
    public void Ratings_BadInput_IsRefusedWithItsPlace()
    {
        Six.Refused(
            InputIssueCode.Undeclared,
            "units[0][1]",
            Ratings.Create(
                Nominal,
                [
                    ["1", "6"],
                ]
            )
        );
        Six.Refused(
            InputIssueCode.BaseTooSmall,
            "units",
            Ratings.Create(
                Nominal,
                [
                    ["1", null],
                    [null, null],
                ]
            )
        );
        Six.Refused(
            InputIssueCode.LengthsDiffer,
            "units[0]",
            Ratings.FromCounts(
                Nominal,
                [
                    [1, 2],
                ]
            )
        );
        Six.Refused(
            InputIssueCode.OutOfRange,
            "units[0]",
            Ratings.FromCounts(
                Nominal,
                [
                    [1, 2, -1, 0, 0],
                ]
            )
        );
        Six.Refused(InputIssueCode.Duplicate, "categories", RatingScale.Nominal("a", "a"));
        Six.Refused(InputIssueCode.BaseTooSmall, "categories", RatingScale.Ordinal("a"));
    }
}
