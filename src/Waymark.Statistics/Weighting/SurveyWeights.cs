using System.Collections.Immutable;

namespace Waymark.Statistics;

/// <summary>
/// A weight for everybody who answered, mean 1, so that the groups count as they do in the population. Weights describe;
/// they do not cure that people chose themselves whether to answer.
/// </summary>
public sealed class SurveyWeights
{
    private SurveyWeights(
        ImmutableArray<double> values,
        ImmutableArray<Margin> margins,
        int capped
    ) => (Values, Margins, Capped) = (values, margins, capped);

    /// <summary>The weights in the order of the respondents.</summary>
    public ImmutableArray<double> Values { get; }

    /// <summary>How many weights the cap changed the proportion of.</summary>
    public int Capped { get; }

    /// <summary>Kish's effective number, (Σw)²/Σw². L. Kish (1965), Survey Sampling.</summary>
    public double EffectiveNumber => Kish(Values);

    /// <summary>
    /// The largest distance, in share of the whole, between a weighted group and its share of the population; zero up to
    /// rounding unless weights were capped.
    /// </summary>
    public double LargestMiss =>
        Margins.Max(m =>
            WeightedShares(m, Values)
                .Select((share, g) => Math.Abs(share - m.Population.Share(m.Groups[g])))
                .Max()
        );

    internal ImmutableArray<Margin> Margins { get; }

    internal static double Kish(IEnumerable<double> weights)
    {
        double sum = 0,
            squares = 0;
        foreach (var w in weights)
        {
            sum += w;
            squares += w * w;
        }

        return sum * sum / squares;
    }

    internal static double[] WeightedShares(Margin margin, IReadOnlyList<double> weights)
    {
        var sums = new double[margin.Groups.Length];
        for (var i = 0; i < weights.Count; i++)
        {
            sums[margin.Of[i]] += weights[i];
        }

        var total = sums.Sum();
        return [.. sums.Select(s => s / total)];
    }

    internal static SurveyWeights Finish(
        double[] weights,
        ImmutableArray<Margin> margins,
        WeightCap cap
    )
    {
        var scale = weights.Length / weights.Sum();
        var uncapped = weights.Select(w => w * scale).ToArray();
        var outside = uncapped.Count(w => w < cap.Lowest || w > cap.Highest);
        return new SurveyWeights(
            outside == 0 ? [.. uncapped] : [.. cap.Apply(uncapped)],
            margins,
            outside
        );
    }
}
