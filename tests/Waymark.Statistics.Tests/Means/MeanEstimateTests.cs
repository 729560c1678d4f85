namespace Waymark.Statistics.Tests.Means;

public class MeanEstimateTests
{
    // R's data set "sleep" (Student 1908): ten people, two drugs.
    internal static readonly double[] FirstDrug =
    [
        0.7,
        -1.6,
        -0.2,
        -1.2,
        -0.1,
        3.4,
        3.7,
        0.8,
        0,
        2,
    ];
    internal static readonly double[] SecondDrug =
    [
        1.9,
        0.8,
        1.1,
        0.1,
        -0.1,
        4.4,
        5.5,
        1.6,
        4.6,
        3.4,
    ];

    internal static PairedSample Sleep =>
        Six.Ok(PairedSample.Create(FirstDrug.Zip(SecondDrug, (b, a) => new Pair(b, a))));

    // R's ?t.test, extra ~ group, paired: mean difference 1.58, 0.7001142 to 2.4598858.
    [Fact]
    public void Change_Student1908Sleep_Matches()
    {
        var estimate = Six.Ok(MeanEstimate.Change(Sleep));

        Six.Digits(1.58, 0.70011423672302, 2.45988576327698, estimate);
        Assert.Equal(10, estimate.Base.Count);
        Assert.Equal(Method.MeanChangeT, estimate.Method);
    }

    [Fact]
    public void Mean_Student1908Sleep_Matches() =>
        Six.Digits(
            1.54,
            0.59558449962,
            2.48441550038,
            Six.Ok(MeanEstimate.Mean(Six.Ok(Sample.Create([.. FirstDrug, .. SecondDrug]))))
        );

    [Fact]
    public void Mean_OnePerson_IsRefused() =>
        Six.Refused(
            InputIssueCode.BaseTooSmall,
            "sample",
            MeanEstimate.Mean(Six.Ok(Sample.Create([3])))
        );

    [Fact]
    public void Mean_AllTheSame_ClaimsNoCertainty() =>
        Six.Refused(
            InputIssueCode.NoVariation,
            "sample",
            MeanEstimate.Mean(Six.Ok(Sample.Create([100, 100, 100])))
        );

    [Fact]
    public void Sample_EmptyOrNotFinite_IsRefusedWithItsPlace()
    {
        Six.Refused(InputIssueCode.BaseEmpty, "values", Sample.Create([]));
        Six.Refused(InputIssueCode.NotFinite, "values[1]", Sample.Create([1, double.NaN]));
        Six.Refused(InputIssueCode.BaseEmpty, "pairs", PairedSample.Create([]));
        Six.Refused(
            InputIssueCode.NotFinite,
            "pairs[1]",
            PairedSample.Create([new Pair(1, 2), new Pair(1, double.PositiveInfinity)])
        );
    }

    [Property]
    public void Mean_ShiftedAndScaled_Follows(int[] numbers, sbyte shift, PositiveInt scale)
    {
        var values = numbers.Select(n => (double)(n % 1000)).Append(0).Append(1).ToArray();
        var plain = Six.Ok(MeanEstimate.Mean(Six.Ok(Sample.Create(values))));
        var moved = Six.Ok(
            MeanEstimate.Mean(Six.Ok(Sample.Create(values.Select(v => shift + scale.Get * v))))
        );

        Assert.Equal(shift + scale.Get * plain.Value, moved.Value, 1e-6);
        Assert.Equal(scale.Get * plain.Interval.Width, moved.Interval.Width, 1e-6);
        Assert.True(moved.Interval.Contains(moved.Value));
    }

    [Theory]
    [InlineData(0.49)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void Coverage_OutOfRange_IsRefused(double level) =>
        Six.Refused(InputIssueCode.OutOfRange, "level", Coverage.Create(level));

    [Fact]
    public void Coverage_Quantiles_AreTheTabulatedOnes()
    {
        Six.Digits(1.95996398454, Coverage.Percent95.Z);
        Six.Digits(2.2621571628, Coverage.Percent95.T(9));
        Assert.Equal(Coverage.Percent95, Six.Ok(Coverage.Create(0.95)));
    }
}
