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

        if (margins.Aggregate(1.0, (product, m) => product * m.Groups.Length) > 1e15)
        {
            return new InputIssue(
                InputIssueCode.OutOfRange,
                nameof(margins),
                "These are too many margins: weight by fewer things."
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

        var kinds = Kinds(margins, out var kindOf);
        var weights = Enumerable.Repeat(1.0, kinds.Count).ToArray();
        for (var round = 0; round < MostRounds; round++)
        {
            if (margins.Select((m, place) => Adjust(m, place, kinds, weights)).Max() < Settled)
            {
                return SurveyWeights.Finish(
                    [.. kindOf.Select(kind => weights[kind])],
                    [.. margins],
                    cap ?? WeightCap.Usual
                );
            }
        }

        return new InputIssue(
            InputIssueCode.DidNotConverge,
            nameof(margins),
            "The shares contradict each other for the people who answered: weight by fewer things, or join groups."
        );
    }

    /// <summary>
    /// People in the same group of every margin get the same weight, so the rounds go over the kinds of people, not over the people.
    /// </summary>
    private static List<(int[] Groups, int People)> Kinds(
        IReadOnlyList<Margin> margins,
        out int[] kindOf
    )
    {
        var kinds = new List<(int[] Groups, int People)>();
        var places = new Dictionary<long, int>();
        kindOf = new int[margins[0].Count];
        for (var i = 0; i < kindOf.Length; i++)
        {
            long key = 0;
            foreach (var margin in margins)
            {
                key = key * margin.Groups.Length + margin.Of[i];
            }

            if (!places.TryGetValue(key, out var place))
            {
                places[key] = place = kinds.Count;
                kinds.Add(([.. margins.Select(m => m.Of[i])], 0));
            }

            kinds[place] = (kinds[place].Groups, kinds[place].People + 1);
            kindOf[i] = place;
        }

        return kinds;
    }

    /// <summary>Fits one margin and gives the largest relative change that took.</summary>
    private static double Adjust(
        Margin margin,
        int place,
        List<(int[] Groups, int People)> kinds,
        double[] weights
    )
    {
        var sums = new double[margin.Groups.Length];
        for (var k = 0; k < weights.Length; k++)
        {
            sums[kinds[k].Groups[place]] += weights[k] * kinds[k].People;
        }

        var total = sums.Sum();
        var factors = sums.Select(
                (sum, g) => margin.Population.Share(margin.Groups[g]) * total / sum
            )
            .ToArray();
        for (var k = 0; k < weights.Length; k++)
        {
            weights[k] *= factors[kinds[k].Groups[place]];
        }

        return factors.Max(f => Math.Abs(f - 1));
    }
}
