namespace Waymark.Statistics.Tests.Scales;

public class ReliableChangeTests
{
    // Jacobson and Truax 1991, p. 14: before 47.5, after 32.5, s = 10, r = .80; standard error of difference 6.32, RC = −2.37.
    [Fact]
    public void Of_JacobsonTruax1991_Matches()
    {
        var precision = Six.Ok(MeasurePrecision.Create(10, 0.80, 50));
        var change = Six.Ok(ReliableChange.Of(new Pair(47.5, 32.5), precision));

        Assert.Equal(6.32, precision.StandardErrorOfDifference, 0.005);
        Assert.Equal(-2.37, change.Index, 0.005);
        Assert.Equal(-15, change.Change.Value);
        Assert.Equal(ChangeVerdict.Fell, change.Verdict);
    }

    [Property]
    public void Of_Any_VerdictIsWhetherTheIntervalLeavesOutZero(sbyte before, sbyte after)
    {
        var change = Six.Ok(
            ReliableChange.Of(
                new Pair(before, after),
                Six.Ok(MeasurePrecision.Create(20, 0.9, 100))
            )
        );
        var interval = change.Change.Interval;

        Assert.Equal(
            interval.Lower > 0 ? ChangeVerdict.Rose
                : interval.Upper < 0 ? ChangeVerdict.Fell
                : ChangeVerdict.WithinError,
            change.Verdict
        );
    }

    [Theory]
    [InlineData(0, 0.8, 10, "deviation")]
    [InlineData(double.NaN, 0.8, 10, "deviation")]
    [InlineData(10, 1, 10, "reliability")]
    [InlineData(10, -0.1, 10, "reliability")]
    [InlineData(10, 0.8, 1, "people")]
    public void MeasurePrecision_OutOfRange_IsRefused(double s, double r, int n, string place) =>
        Six.Refused(InputIssueCode.OutOfRange, place, MeasurePrecision.Create(s, r, n));

    [Fact]
    public void Of_MissingScore_IsRefused() =>
        Six.Refused(
            InputIssueCode.NotFinite,
            "pair",
            ReliableChange.Of(new Pair(1, double.NaN), Six.Ok(MeasurePrecision.Create(10, 0.8, 10)))
        );
}
