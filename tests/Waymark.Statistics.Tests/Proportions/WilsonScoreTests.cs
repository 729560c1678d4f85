namespace Waymark.Statistics.Tests.Proportions;

public class WilsonScoreTests
{
    // The counts of Newcombe 1998, Stat Med 17:857, Table I; six digits from R 4.2.2, prop.test(x, n, correct = FALSE), which documents the same
    // interval (reference.R).
    [Theory]
    [InlineData(81, 263, 0.255288519878, 0.366209576983)]
    [InlineData(15, 148, 0.062386399531, 0.160487241723)]
    [InlineData(0, 20, 0, 0.161125158053)]
    [InlineData(1, 29, 0.006113214293, 0.171755218793)]
    [InlineData(29, 29, 0.8830302015, 1)]
    public void Proportion_Newcombe1998Table1_Matches(int yes, int of, double lower, double upper)
    {
        var estimate = WilsonScore.Proportion(Six.Ok(Tally.Create(yes, of - yes)));

        Six.Digits((double)yes / of, lower, upper, estimate);
        Assert.Equal((of, (double)of), (estimate.Base.Count, estimate.Base.Effective));
        Assert.Equal(Method.WilsonScore, estimate.Method);
    }

    [Theory]
    [InlineData(0.62, 692, 0.583, 0.655)]
    [InlineData(0.811, 692, 0.780, 0.838)]
    public void Published_ShareOfKnownSize_GivesTheIntervalAroundItAsPrinted(
        double share,
        int size,
        double lower,
        double upper
    )
    {
        var estimate = Six.Ok(WilsonScore.Published(share, size));

        Assert.Equal(
            (share, lower, upper),
            (
                estimate.Value,
                Math.Round(estimate.Interval.Lower, 3),
                Math.Round(estimate.Interval.Upper, 3)
            )
        );
    }

    [Property]
    public void Published_ShareOfACount_IsThatOfTheCount(NonNegativeInt yes, PositiveInt no)
    {
        var counted = WilsonScore.Proportion(Six.Ok(Tally.Create(yes.Get, no.Get)));

        Assert.Equal(counted, Six.Ok(WilsonScore.Published(counted.Value, yes.Get + no.Get)));
    }

    [Theory]
    [InlineData(-0.1, 10, InputIssueCode.OutOfRange)]
    [InlineData(double.NaN, 10, InputIssueCode.OutOfRange)]
    [InlineData(0.5, 0, InputIssueCode.BaseEmpty)]
    public void Published_NoShareOrNobody_IsRefused(double share, int size, InputIssueCode code) =>
        Assert.Equal(code, WilsonScore.Published(share, size).Issue?.Code);

    [Property]
    public void Proportion_Any_LiesInItsIntervalWithinZeroAndOne(NonNegativeInt yes, PositiveInt no)
    {
        var estimate = WilsonScore.Proportion(Six.Ok(Tally.Create(yes.Get, no.Get)));

        Assert.True(estimate.Interval.Contains(estimate.Value));
        Assert.InRange(estimate.Interval.Lower, 0, 1);
        Assert.InRange(estimate.Interval.Upper, 0, 1);
        Assert.True(estimate.Interval.Width > 0);
    }

    [Property]
    public void Proportion_SidesSwapped_Mirrors(NonNegativeInt yes, PositiveInt no)
    {
        var one = WilsonScore.Proportion(Six.Ok(Tally.Create(yes.Get, no.Get)));
        var other = WilsonScore.Proportion(Six.Ok(Tally.Create(no.Get, yes.Get)));

        Assert.Equal(1 - one.Interval.Lower, other.Interval.Upper, 1e-12);
        Assert.Equal(1 - one.Interval.Upper, other.Interval.Lower, 1e-12);
    }

    [Property]
    public void Proportion_TenTimesAsMany_IsNarrower(NonNegativeInt yes, PositiveInt no)
    {
        var one = WilsonScore.Proportion(Six.Ok(Tally.Create(yes.Get, no.Get)));
        var ten = WilsonScore.Proportion(Six.Ok(Tally.Create(10 * yes.Get, 10 * no.Get)));

        Assert.True(ten.Interval.Width < one.Interval.Width);
    }

    [Fact]
    public void Proportion_MoreCoverage_IsWider()
    {
        var tally = Six.Ok(Tally.Create(6, 14));
        var widths = new[] { Coverage.Percent90, Coverage.Percent95, Coverage.Percent99 }
            .Select(c => WilsonScore.Proportion(tally, c).Interval.Width)
            .ToArray();

        Assert.Equal(widths.Order(), widths);
        Assert.Equal(3, widths.Distinct().Count());
    }

    [Fact]
    public void Tally_BadCounts_AreRefusedByCode()
    {
        Six.Refused(InputIssueCode.OutOfRange, "yes", Tally.Create(-1, 3));
        Six.Refused(InputIssueCode.OutOfRange, "no", Tally.Create(1, -3));
        Six.Refused(InputIssueCode.BaseEmpty, "yes", Tally.Create(0, 0));
        Six.Refused(InputIssueCode.OutOfRange, "no", Tally.Create(int.MaxValue, 1));
    }
}
