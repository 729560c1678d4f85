using Waymark.Statistics.Tests.Means;

namespace Waymark.Statistics.Tests.Ranks;

public class SignedRankTests
{
    // Hollander and Wolfe 1973, p. 29: Hamilton depression scale factor at two visits, documented in R's ?wilcox.test.
    private static readonly double[] FirstVisit =
    [
        1.83,
        0.50,
        1.62,
        2.48,
        1.68,
        1.88,
        1.55,
        3.06,
        1.30,
    ];
    private static readonly double[] SecondVisit =
    [
        0.878,
        0.647,
        0.598,
        2.05,
        1.06,
        1.29,
        1.06,
        3.14,
        1.29,
    ];

    private static readonly double[] ZerosAndTies =
    [
        0.0,
        0.1,
        -0.5,
        1.0,
        1.0,
        -1.0,
        2.0,
        0,
        0,
        3,
        1,
        2,
        -1,
        1,
        1,
        2,
        2,
        3,
        0,
        1,
    ];

    // "Before" is the second visit so that the change is first less second, as in the source.
    private static PairedSample Depression =>
        Six.Ok(PairedSample.Create(SecondVisit.Zip(FirstVisit, (b, a) => new Pair(b, a))));

    private static PairedSample Changes(IEnumerable<double> changes) =>
        Six.Ok(PairedSample.Create(changes.Select(c => new Pair(0, c))));

    [Fact]
    public void Of_HollanderWolfeDepression_IsExact()
    {
        var test = SignedRankTest.Of(Depression);

        Assert.Equal(40, test.Test.Statistic);
        Six.Digits(0.0390625, test.Test.PValue);
        Assert.Equal(Method.SignedRankExact, test.Test.Method);
        Assert.Equal(9, test.Test.Base.Count);
    }

    // R package coin 1.4-2, wilcoxsign_test with zero.method Pratt and Wilcoxon: exact and asymptotic p-values.
    [Theory]
    [InlineData(ZeroRule.Pratt, 0.00390625, 0.00582502419946)]
    [InlineData(ZeroRule.LeaveOut, 0.00390625, 0.00763244164821)]
    public void PValue_SleepByCoin_Matches(ZeroRule rule, double exact, double normal)
    {
        var ranks = SignedRanks.Of(MeanEstimateTests.Sleep.Changes, rule);

        Six.Digits(exact, SignedRankTest.ExactPValue(ranks));
        Six.Digits(normal, SignedRankTest.NormalPValue(ranks));
    }

    [Theory]
    [InlineData(ZeroRule.Pratt, 0.00518798828125, 0.00573002560366)]
    [InlineData(ZeroRule.LeaveOut, 0.0040283203125, 0.00535050555561)]
    public void PValue_ManyZerosAndTiesByCoin_Matches(ZeroRule rule, double exact, double normal)
    {
        var ranks = SignedRanks.Of(ZerosAndTies, rule);

        Six.Digits(exact, SignedRankTest.ExactPValue(ranks));
        Six.Digits(normal, SignedRankTest.NormalPValue(ranks));
        Assert.Equal(4, ranks.Zeros);
    }

    [Fact]
    public void Of_MoreThanFiftyChanged_UsesTheNormalApproximationAndSaysSo()
    {
        var fifty = SignedRankTest.Of(Changes(Enumerable.Range(1, 50).Select(i => (double)i)));
        var more = SignedRankTest.Of(Changes(Enumerable.Range(1, 51).Select(i => (double)i)));

        Assert.Equal(Method.SignedRankExact, fifty.Test.Method);
        Assert.Equal(Method.SignedRankNormal, more.Test.Method);
    }

    [Fact]
    public void Of_NobodyChanged_SaysNothingAndCountsThem()
    {
        var test = SignedRankTest.Of(Changes([0, 0, 0]), ZeroRule.LeaveOut);

        Assert.Equal((1, 3, 3), (test.Test.PValue, test.Unchanged, test.Test.Base.Count));
        Assert.Equal(ZeroRule.LeaveOut, test.ZeroRule);
    }

    [Property]
    public void ExactPValue_SmallSamples_EqualsCountingEverySign(sbyte[] changes, bool pratt)
    {
        var few = changes.Take(9).Select(c => (double)(c % 4)).ToArray();
        var ranks = SignedRanks.Of(few, pratt ? ZeroRule.Pratt : ZeroRule.LeaveOut);
        var smaller = Math.Min(ranks.DoubledPositive, ranks.DoubledTotal - ranks.DoubledPositive);
        var m = ranks.Doubled.Length;
        var asExtreme = Enumerable
            .Range(0, 1 << m)
            .Count(signs =>
                Enumerable.Range(0, m).Where(i => (signs >> i & 1) == 1).Sum(i => ranks.Doubled[i])
                <= smaller
            );

        Assert.Equal(
            Math.Min(1, 2.0 * asExtreme / (1 << m)),
            SignedRankTest.ExactPValue(ranks),
            1e-12
        );
    }

    // R package effectsize 0.8, rank_biserial(x, y, paired = TRUE).
    [Fact]
    public void RankBiserial_HollanderWolfeDepression_Matches() =>
        Six.Digits(
            0.777777777778,
            0.295363129336,
            0.944155901920,
            Six.Ok(RankBiserial.Of(Depression))
        );

    [Fact]
    public void RankBiserial_EverybodyRose_IsOneWithAnIntervalThatIsNoPoint()
    {
        var estimate = Six.Ok(RankBiserial.Of(MeanEstimateTests.Sleep));

        Assert.Equal((1, 1), (estimate.Value, estimate.Interval.Upper));
        Assert.InRange(estimate.Interval.Lower, 0.3, 0.99);
    }

    [Fact]
    public void RankBiserial_NobodyChanged_IsRefused() =>
        Six.Refused(InputIssueCode.NoVariation, "pairs", RankBiserial.Of(Changes([0, 0])));

    [Property]
    public void RankBiserial_Any_LiesInItsIntervalAndMirrors(sbyte[] numbers)
    {
        double[] changes = [.. numbers.Select(n => (double)n), 1];
        var one = Six.Ok(RankBiserial.Of(Changes(changes)));
        var other = Six.Ok(RankBiserial.Of(Changes(changes.Select(c => -c))));

        Assert.InRange(one.Value, -1, 1);
        Assert.True(one.Interval.Contains(one.Value));
        Assert.Equal(one.Interval.Lower, -other.Interval.Upper, 1e-12);
    }

    // R's ?wilcox.test with conf.int = TRUE: 0.46 with 0.01 to 0.786.
    [Fact]
    public void HodgesLehmann_HollanderWolfeDepression_Matches() =>
        Six.Digits(0.46, 0.01, 0.786, Six.Ok(HodgesLehmann.Shift(Depression)));

    [Fact]
    public void HodgesLehmann_FivePairs_AreTooFew() =>
        Six.Refused(
            InputIssueCode.BaseTooSmall,
            "pairs",
            HodgesLehmann.Shift(Changes([1, 2, 3, 4, 5]))
        );

    [Property]
    public void WalshAverages_Smallest_EqualsSortingThemAll(sbyte[] numbers)
    {
        double[] values = [.. numbers.Take(25).Select(n => n / 3.0), -0.25, 0];
        var all = values
            .SelectMany((a, i) => values.Skip(i).Select(b => (a + b) / 2))
            .Order()
            .ToArray();
        var averages = new WalshAverages(values);

        Assert.Equal(all.Length, averages.Count);
        Assert.Equal(all, Enumerable.Range(1, all.Length).Select(k => averages.Smallest(k)));
    }

    [Property]
    public void HodgesLehmann_Shifted_Follows(sbyte[] numbers, sbyte shift)
    {
        double[] changes = [.. numbers.Select(n => (double)n), 1, 2, 3, 4, 5, 6];
        var plain = Six.Ok(HodgesLehmann.Shift(Changes(changes)));
        var moved = Six.Ok(HodgesLehmann.Shift(Changes(changes.Select(c => c + shift))));

        Assert.Equal(plain.Value + shift, moved.Value, 1e-9);
        Assert.Equal(plain.Interval.Lower + shift, moved.Interval.Lower, 1e-9);
        Assert.True(plain.Interval.Contains(plain.Value));
    }

    [Fact]
    public void HodgesLehmann_TenThousandPairs_WritesNoTableOfAverages()
    {
        var estimate = Six.Ok(
            HodgesLehmann.Shift(Changes(Enumerable.Range(0, 10_001).Select(i => i - 4000.0)))
        );

        Assert.Equal(1000, estimate.Value);
        Assert.InRange(estimate.Interval.Lower, 900, 999);
    }
}
