namespace Waymark.Statistics.Tests.Ranks;

public class HolmTests
{
    // The worked example of Wikipedia's "Holm–Bonferroni method"; R's p.adjust(p, "holm") gives the same.
    [Fact]
    public void Adjust_FourPValues_MatchesThePublishedExample() =>
        Assert.Equal(
            [0.03, 0.06, 0.06, 0.02],
            Six.Ok(Holm.Adjust([0.01, 0.04, 0.03, 0.005])).Select(p => Math.Round(p, 12))
        );

    [Property]
    public void Adjust_Any_KeepsTheOrderAndOnlyRaises(byte[] numbers)
    {
        var raw = numbers.Select(n => n / 255.0).ToArray();
        var adjusted = Six.Ok(Holm.Adjust(raw));

        Assert.All(raw.Zip(adjusted), p => Assert.InRange(p.Second, p.First, 1));
        var byRaw = raw.Zip(adjusted).OrderBy(p => p.First).Select(p => p.Second).ToArray();
        Assert.Equal(byRaw.Order(), byRaw);
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void Adjust_NotAProbability_IsRefusedWithItsPlace(double p) =>
        Six.Refused(InputIssueCode.OutOfRange, "pValues[1]", Holm.Adjust([0.5, p]));
}
