using MathNet.Numerics;

namespace Waymark.Statistics;

/// <summary>
/// Wilcoxon's signed-rank test on pairs. F. Wilcoxon (1945), "Individual comparisons by ranking methods", Biometrics
/// Bulletin 1, 80–83. Ties share the mean of their ranks; the rule for zeros is the caller's and stays with the result.
/// </summary>
public sealed record SignedRankTest
{
    /// <summary>Up to this many pairs that changed, the p-value is exact.</summary>
    public const int ExactUpTo = 50;

    private SignedRankTest(SignificanceTest test, ZeroRule zeroRule, int zeros) =>
        (Test, ZeroRule, Unchanged) = (test, zeroRule, zeros);

    /// <summary>The test; its statistic is the sum of the ranks of the pairs that rose.</summary>
    public SignificanceTest Test { get; }

    /// <summary>What was done with pairs that did not change.</summary>
    public ZeroRule ZeroRule { get; }

    /// <summary>How many pairs did not change.</summary>
    public int Unchanged { get; }

    /// <summary>
    /// Up to <see cref="ExactUpTo"/> changed pairs every one of the 2^m ways the signs could have fallen is counted, ties
    /// and all, by the shift algorithm of B. Streitberg and J. Röhmel (1986), Statistical Software Newsletter 12, 10–17. Above,
    /// z = (T − ΣR/2) / √(ΣR²/4) without continuity correction. With nobody changed, p is 1.
    /// </summary>
    public static SignedRankTest Of(PairedSample pairs, ZeroRule zeroRule = ZeroRule.Pratt)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        var ranks = SignedRanks.Of(pairs.Changes, zeroRule);
        var exact = ranks.Doubled.Length <= ExactUpTo;
        return new SignedRankTest(
            new SignificanceTest(
                ranks.DoubledPositive / 2.0,
                exact ? ExactPValue(ranks) : NormalPValue(ranks),
                new Base(pairs.Count),
                exact ? Method.SignedRankExact : Method.SignedRankNormal
            ),
            zeroRule,
            ranks.Zeros
        );
    }

    internal static double ExactPValue(SignedRanks ranks)
    {
        var total = ranks.DoubledTotal;
        var smaller = Math.Min(ranks.DoubledPositive, total - ranks.DoubledPositive);
        var tail = PositiveSumDistribution(ranks.Doubled).Take((int)smaller + 1).Sum();
        return Math.Min(1, 2 * tail);
    }

    internal static double NormalPValue(SignedRanks ranks)
    {
        if (ranks.Doubled.Length == 0)
        {
            return 1;
        }

        var variance = ranks.Doubled.Sum(r => (double)r * r);
        var z = (2.0 * ranks.DoubledPositive - ranks.DoubledTotal) / Math.Sqrt(variance);
        return SpecialFunctions.Erfc(Math.Abs(z) / Math.Sqrt(2));
    }

    /// <summary>P(sum of the doubled ranks that carry a plus = index), each sign a fair coin.</summary>
    internal static double[] PositiveSumDistribution(IReadOnlyCollection<long> doubledRanks)
    {
        var probability = new double[doubledRanks.Sum() + 1];
        probability[0] = 1;
        long reached = 0;
        foreach (var rank in doubledRanks)
        {
            reached += rank;
            for (var sum = reached; sum >= 0; sum--)
            {
                probability[sum] =
                    (probability[sum] + (sum >= rank ? probability[sum - rank] : 0)) / 2;
            }
        }

        return probability;
    }
}
