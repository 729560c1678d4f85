using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace Waymark.Statistics;

/// <summary>
/// McNemar's test of a change in the same people's yes or no. Q. McNemar (1947), "Note on the sampling error of the
/// difference between correlated proportions or percentages", Psychometrika 12, 153–157.
/// </summary>
public static class McNemar
{
    /// <summary>From this many discordant pairs on the chi-squared form is used, below it the exact one.</summary>
    public const int ExactBelow = 25;

    /// <summary>
    /// Exact below <see cref="ExactBelow"/> discordant pairs: the smaller discordant count against a fair coin, tail
    /// doubled. From there on chi-squared = (b − c)² / (b + c) with one degree of freedom and no continuity correction,
    /// as M. W. Fagerland, S. Lydersen and P. Laake (2013), BMC Medical Research Methodology 13:91, recommend. The
    /// statistic is the smaller discordant count in the exact form and chi-squared in the other.
    /// </summary>
    public static SignificanceTest Test(PairedTally pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        var @base = new Base(pairs.Count);
        if (pairs.Discordant < ExactBelow)
        {
            var smaller = Math.Min(pairs.YesThenNo, pairs.NoThenYes);
            var p = pairs.Discordant == 0 ? 1 : 2 * Binomial.CDF(0.5, pairs.Discordant, smaller);
            return new SignificanceTest(smaller, p, @base, Method.McNemarExact);
        }

        double difference = pairs.YesThenNo - pairs.NoThenYes;
        var chiSquared = difference * difference / pairs.Discordant;
        return new SignificanceTest(
            chiSquared,
            SpecialFunctions.Erfc(Math.Sqrt(chiSquared / 2)),
            @base,
            Method.McNemarChiSquared
        );
    }
}
