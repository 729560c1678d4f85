namespace Waymark.Statistics;

/// <summary>
/// Weights by one division of the population: a group's share of the population over its share of those who answered.
/// D. Holt and T. M. F. Smith (1979), "Post stratification", JRSS A 142, 33–46.
/// </summary>
public static class PostStratification
{
    /// <summary>Weights with mean 1, capped.</summary>
    public static SurveyWeights Weigh(Margin margin, WeightCap? cap = null)
    {
        ArgumentNullException.ThrowIfNull(margin);
        var counts = new int[margin.Groups.Length];
        foreach (var group in margin.Of)
        {
            counts[group]++;
        }

        var weights = margin
            .Of.Select(g => margin.Population.Share(margin.Groups[g]) * margin.Count / counts[g])
            .ToArray();
        return SurveyWeights.Finish(weights, [margin], cap ?? WeightCap.Usual);
    }
}
