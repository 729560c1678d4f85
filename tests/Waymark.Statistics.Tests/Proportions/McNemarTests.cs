namespace Waymark.Statistics.Tests.Proportions;

public class McNemarTests
{
    // Fagerland, Lydersen and Laake 2013, BMC Med Res Methodol 13:91: exact p 0.0703 (Bentur et al. 2009) and 0.0525
    // (Cavo et al. 2012); six digits from R 4.2.2, binom.test on the discordant counts.
    [Theory]
    [InlineData(1, 1, 7, 12, 1, 0.0703125)]
    [InlineData(59, 6, 16, 80, 6, 0.0524787903)]
    // Armitage and Berry 1994, p. 127, as StatsDirect documents it: P = 0.0129.
    [InlineData(20, 12, 2, 16, 2, 0.0129394531)]
    public void Test_FewDiscordant_IsExact(int a, int b, int c, int d, double statistic, double p)
    {
        var test = McNemar.Test(Six.Ok(PairedTally.Create(a, b, c, d)));

        Six.Digits(p, test.PValue);
        Assert.Equal(statistic, test.Statistic);
        Assert.Equal(Method.McNemarExact, test.Method);
        Assert.Equal(a + b + c + d, test.Base.Count);
    }

    // Agresti 1990, p. 350, approval ratings, as documented in R's ?mcnemar.test with correct = FALSE.
    [Fact]
    public void Test_ManyDiscordant_IsChiSquared()
    {
        var test = McNemar.Test(Six.Ok(PairedTally.Create(794, 150, 86, 570)));

        Six.Digits(17.3559322034, test.Statistic);
        Assert.Equal(3.09929344105e-05, test.PValue, 1e-14);
        Assert.Equal(Method.McNemarChiSquared, test.Method);
    }

    [Fact]
    public void Test_TwentyFourAndTwentyFiveDiscordant_ChangesForm()
    {
        Assert.Equal(
            Method.McNemarExact,
            McNemar.Test(Six.Ok(PairedTally.Create(0, 12, 12, 0))).Method
        );
        Assert.Equal(
            Method.McNemarChiSquared,
            McNemar.Test(Six.Ok(PairedTally.Create(0, 12, 13, 0))).Method
        );
    }

    [Fact]
    public void Test_NobodyChanged_SaysNothing() =>
        Assert.Equal(1, McNemar.Test(Six.Ok(PairedTally.Create(5, 0, 0, 5))).PValue);

    [Property]
    public void Test_Any_IsAProbabilityAndBlindToDirection(NonNegativeInt b, PositiveInt c)
    {
        var forth = McNemar.Test(Six.Ok(PairedTally.Create(3, b.Get, c.Get, 4)));
        var back = McNemar.Test(Six.Ok(PairedTally.Create(3, c.Get, b.Get, 4)));

        Assert.InRange(forth.PValue, 0, 1);
        Assert.Equal(forth.PValue, back.PValue, 1e-12);
    }
}
