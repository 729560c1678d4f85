namespace Waymark.Statistics.Tests.Proportions;

public class NewcombeDifferenceTests
{
    // Newcombe 1998, Stat Med 17:873, Table II, method 10, four digits (as quoted in the tests of huggingface/lerobot pull request 4659). There
    // the first less the second; here a difference is the second less the first.
    [Theory]
    [InlineData(56, 70, 48, 80, 0.2000, 0.0524, 0.3339)]
    [InlineData(9, 10, 3, 10, 0.6000, 0.1705, 0.8090)]
    [InlineData(6, 7, 2, 7, 0.5714, 0.0582, 0.8062)]
    [InlineData(5, 56, 0, 29, 0.0893, -0.0381, 0.1926)]
    public void Independent_Newcombe1998Table2_Matches(
        int yes1,
        int of1,
        int yes2,
        int of2,
        double value,
        double lower,
        double upper
    )
    {
        var estimate = NewcombeDifference.Independent(
            Six.Ok(Tally.Create(yes2, of2 - yes2)),
            Six.Ok(Tally.Create(yes1, of1 - yes1))
        );

        Assert.Equal(value, estimate.Value, 5.1e-5);
        Assert.Equal(lower, estimate.Interval.Lower, 5.1e-5);
        Assert.Equal(upper, estimate.Interval.Upper, 5.1e-5);
        Assert.Equal(of1 + of2, estimate.Base.Count);
    }

    // Counts as in Fagerland, Lydersen and Laake's two examples (Bentur et al. 2009, Cavo et al. 2012), Armitage and Berry's two media, and Agresti's
    // approval ratings. Their R package contingencytables prints −0.0621 (−0.1186 to −0.0046) for Cavo et al. in its own tests; six digits from R 4.2.2:
    // the two Wilson limits of prop.test put together by the formula of the paper (reference.R).
    [Theory]
    [InlineData(1, 1, 7, 12, -0.2857142857, -0.5069202267, -0.0255591242)]
    [InlineData(20, 12, 2, 16, 0.2, 0.0561564248, 0.3292069954)]
    [InlineData(59, 6, 16, 80, -0.0621118012, -0.1186211956, -0.0046251139)]
    [InlineData(36, 12, 2, 0, 0.2, 0.0569295840, 0.3404276030)]
    [InlineData(794, 150, 86, 570, 0.04, 0.0212304240, 0.0587038729)]
    public void Paired_PublishedFourfoldTables_Match(
        int both,
        int firstOnly,
        int secondOnly,
        int neither,
        double firstLessSecond,
        double lower,
        double upper
    )
    {
        var estimate = NewcombeDifference.Paired(
            Six.Ok(PairedTally.Create(both, firstOnly, secondOnly, neither))
        );

        // The sources take the first less the second; a change is after less before.
        Six.Digits(-firstLessSecond, -upper, -lower, estimate);
    }

    [Property]
    public void Paired_Any_LiesInItsIntervalWithinMinusOneAndOne(
        NonNegativeInt a,
        NonNegativeInt b,
        NonNegativeInt c,
        PositiveInt d
    )
    {
        var estimate = NewcombeDifference.Paired(
            Six.Ok(PairedTally.Create(a.Get, b.Get, c.Get, d.Get))
        );

        Assert.True(estimate.Interval.Contains(estimate.Value));
        Assert.InRange(estimate.Interval.Lower, -1, 1);
        Assert.InRange(estimate.Interval.Upper, -1, 1);
    }

    [Property]
    public void Paired_TimesSwapped_ChangesSign(
        NonNegativeInt a,
        NonNegativeInt b,
        NonNegativeInt c,
        PositiveInt d
    )
    {
        var forth = NewcombeDifference.Paired(
            Six.Ok(PairedTally.Create(a.Get, b.Get, c.Get, d.Get))
        );
        var back = NewcombeDifference.Paired(
            Six.Ok(PairedTally.Create(a.Get, c.Get, b.Get, d.Get))
        );

        Assert.Equal(forth.Value, -back.Value, 1e-12);
        Assert.Equal(forth.Interval.Lower, -back.Interval.Upper, 1e-12);
    }

    [Fact]
    public void Paired_FromAnswers_CountsEachPairOnce()
    {
        var tally = Six.Ok(
            PairedTally.FromAnswers([
                (true, true),
                (true, false),
                (false, true),
                (false, true),
                (false, false),
            ])
        );

        Assert.Equal((1, 1, 2, 1), (tally.YesBoth, tally.YesThenNo, tally.NoThenYes, tally.NoBoth));
        Assert.Equal((5, 3), (tally.Count, tally.Discordant));
    }

    [Fact]
    public void PairedTally_BadCounts_AreRefusedByCode()
    {
        Six.Refused(InputIssueCode.OutOfRange, "noThenYes", PairedTally.Create(1, 1, -1, 1));
        Six.Refused(InputIssueCode.BaseEmpty, "yesBoth", PairedTally.Create(0, 0, 0, 0));
        Six.Refused(
            InputIssueCode.OutOfRange,
            "yesBoth",
            PairedTally.Create(int.MaxValue, 1, 0, 0)
        );
    }
}
