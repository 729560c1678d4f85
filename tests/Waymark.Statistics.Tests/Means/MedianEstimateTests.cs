namespace Waymark.Statistics.Tests.Means;

public class MedianEstimateTests
{
    // Published table of intervals for the median (for instance Table A.7, "Confidence Intervals for the Population Median"):
    // n = 6 [1, 6] 96.9%, 9 [2, 8] 96.1%, 12 [3, 10] 96.1%, 15 [4, 12] 96.5%, 17 [5, 13] 95.1%, 20 [6, 15] 95.9%.
    [Theory]
    [InlineData(6, 1, 6)]
    [InlineData(9, 2, 8)]
    [InlineData(12, 3, 10)]
    [InlineData(15, 4, 12)]
    [InlineData(17, 5, 13)]
    [InlineData(20, 6, 15)]
    public void Median_PublishedRanks_Match(int n, int lower, int upper)
    {
        var estimate = Six.Ok(
            MedianEstimate.Median(
                Six.Ok(Sample.Create(Enumerable.Range(1, n).Reverse().Select(i => (double)i)))
            )
        );

        Six.Digits((n + 1) / 2.0, lower, upper, estimate);
    }

    [Fact]
    public void Median_FiveValues_AreTooFewAt95ButEnoughAt90()
    {
        var sample = Six.Ok(Sample.Create([1, 2, 3, 4, 5]));

        Six.Refused(InputIssueCode.BaseTooSmall, "sample", MedianEstimate.Median(sample));
        Six.Digits(3, 1, 5, Six.Ok(MedianEstimate.Median(sample, Coverage.Percent90)));
    }

    [Property]
    public void Median_Any_LiesInItsIntervalAndIgnoresOrder(int[] numbers)
    {
        double[] values = [.. numbers, 1, 2, 3, 4, 5, 6];
        var one = Six.Ok(MedianEstimate.Median(Six.Ok(Sample.Create(values))));
        var other = Six.Ok(MedianEstimate.Median(Six.Ok(Sample.Create(values.Reverse()))));

        Assert.Equal(one, other);
        Assert.True(one.Interval.Contains(one.Value));
    }

    [Fact]
    public void Median_OneMillion_NeedsNoTable()
    {
        var estimate = Six.Ok(
            MedianEstimate.Median(
                Six.Ok(Sample.Create(Enumerable.Range(1, 1_000_000).Select(i => (double)i)))
            )
        );

        // The normal approximation of the binomial gives n/2 ± 1.96 √n / 2 = 500,000 ± 980.
        Assert.InRange(estimate.Interval.Lower, 499_018, 499_022);
        Assert.InRange(estimate.Interval.Upper, 500_979, 500_983);
    }
}
