namespace Waymark.Statistics;

/// <summary>
/// Weights by several divisions at once, of which only the separate shares are known: post-stratify by each in turn until
/// nothing moves (iterative proportional fitting). W. E. Deming and F. F. Stephan (1940), Annals of Mathematical
/// Statistics 11, 427–444; J.-C. Deville, C.-E. Särndal and O. Sautory (1993), JASA 88, 1013–1020.
/// </summary>
public static class Raking
{
    private const int MostRounds = 2000;
    private const double Settled = 1e-12;

    /// <summary>
    /// Weights with mean 1, capped once at the end. Where the margins contradict each other for the people at hand there are
    /// no such weights, and that is said.
    /// </summary>
    public static Result<SurveyWeights> Weigh(IReadOnlyList<Margin> margins, WeightCap? cap = null)
    {
        ArgumentNullException.ThrowIfNull(margins);
        if (margins.Count == 0)
        {
            return new InputIssue(
                InputIssueCode.BaseEmpty,
                nameof(margins),
                "Give at least one margin to weight by."
            );
        }

        for (var m = 1; m < margins.Count; m++)
        {
            if (margins[m].Count != margins[0].Count)
            {
                return new InputIssue(
                    InputIssueCode.LengthsDiffer,
                    $"{nameof(margins)}[{m}]",
                    "Every margin must have a group for each person who answered."
                );
            }
        }

        var weights = Enumerable.Repeat(1.0, margins[0].Count).ToArray();
        for (var round = 0; round < MostRounds; round++)
        {
            if (margins.Max(m => Adjust(m, weights)) < Settled)
            {
                return SurveyWeights.Finish(weights, [.. margins], cap ?? WeightCap.Usual);
            }
        }

        return new InputIssue(
            InputIssueCode.DidNotConverge,
            nameof(margins),
            "The shares contradict each other for the people who answered: weight by fewer things, or join groups."
        );
    }

    /// <summary>Fits one margin and gives the largest relative change that took.</summary>
    private static double Adjust(Margin margin, double[] weights)
    {
        var factors = SurveyWeights
            .WeightedShares(margin, weights)
            .Select((share, g) => margin.Population.Share(margin.Groups[g]) / share)
            .ToArray();
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] *= factors[margin.Of[i]];
        }

        return factors.Max(f => Math.Abs(f - 1));
    }
}
