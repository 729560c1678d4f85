namespace Waymark.Statistics.Tests.Means;

public class StandardisedMeanChangeTests
{
    // Morris 2008, Organizational Research Methods 11:364, the five treatment groups as the documentation of the R package
    // metafor works them out: escalc(measure = "SMCR"), version 3.8-1.
    [Theory]
    [InlineData(30.6, 38.5, 15.0, 20, .47, 0.5055527859, 0.0593895905)]
    [InlineData(23.5, 26.8, 3.1, 50, .64, 1.0481248983, 0.0253856580)]
    [InlineData(0.5, 0.7, 0.1, 9, .77, 1.8054066674, 0.2321940686)]
    [InlineData(53.4, 75.9, 14.5, 10, .89, 1.4180817286, 0.1225477895)]
    [InlineData(35.6, 36.0, 4.7, 14, .44, 0.0800836143, 0.0802290495)]
    public void FromSummary_Morris2008_Matches(
        double before,
        double after,
        double deviation,
        int count,
        double correlation,
        double value,
        double variance
    )
    {
        var estimate = StandardisedMeanChange.FromSummary(
            after - before,
            deviation,
            correlation,
            count,
            Coverage.Percent95
        );

        Six.Digits(value, estimate.Value);
        Six.Digits(variance, Math.Pow(estimate.Interval.Width / 2 / Coverage.Percent95.Z, 2));
    }

    [Fact]
    public void Of_Pairs_UsesTheirOwnSpreadAndCorrelation()
    {
        // cor(x, y) = 0.7951702, sd(x) = 1.789010 in R's sleep data.
        var estimate = Six.Ok(StandardisedMeanChange.Of(MeanEstimateTests.Sleep));
        var byHand = StandardisedMeanChange.FromSummary(
            1.58,
            1.78900972,
            0.79517024,
            10,
            Coverage.Percent95
        );

        Assert.Equal(byHand.Value, estimate.Value, 1e-6);
        Assert.Equal(byHand.Interval.Width, estimate.Interval.Width, 1e-6);
    }

    [Fact]
    public void Of_NoSpread_IsRefused() =>
        Six.Refused(
            InputIssueCode.NoVariation,
            "pairs",
            StandardisedMeanChange.Of(
                Six.Ok(PairedSample.Create([new(1, 2), new(1, 3), new(1, 4)]))
            )
        );

    [Fact]
    public void Of_TwoPairs_IsRefused() =>
        Six.Refused(
            InputIssueCode.BaseTooSmall,
            "pairs",
            StandardisedMeanChange.Of(Six.Ok(PairedSample.Create([new(1, 2), new(2, 3)])))
        );
}
