namespace Waymark.Statistics;

/// <summary>
/// The smallest and the largest weight anybody may get, the mean weight being 1: what keeps three people from standing
/// for a whole sector. Capping trades some bias for steadiness and is reported.
/// </summary>
public sealed record WeightCap
{
    /// <summary>From 0.3 to 3, the usual one here.</summary>
    public static readonly WeightCap Usual = new(0.3, 3);

    /// <summary>No cap.</summary>
    public static readonly WeightCap None = new(0, double.PositiveInfinity);

    private WeightCap(double lowest, double highest) => (Lowest, Highest) = (lowest, highest);

    /// <summary>Below 1.</summary>
    public double Lowest { get; }

    /// <summary>Above 1.</summary>
    public double Highest { get; }

    /// <summary>Another cap: lowest from 0 to below 1, highest above 1.</summary>
    public static Result<WeightCap> Create(double lowest, double highest) =>
        lowest is >= 0 and < 1 && highest > 1
            ? new WeightCap(lowest, highest)
            : new InputIssue(
                InputIssueCode.OutOfRange,
                nameof(lowest),
                "The lowest weight must be below 1 and the highest above 1."
            );

    /// <summary>
    /// min(max(c · w, lowest), highest) with the one c that leaves the mean at 1, so that neither capping nor rescaling
    /// undoes the other.
    /// </summary>
    internal double[] Apply(double[] weights)
    {
        double low = 0,
            high = 1;
        while (Mean(weights, high) < 1)
        {
            high *= 2;
        }

        for (var i = 0; i < 200 && low < high; i++)
        {
            var middle = (low + high) / 2;
            if (Mean(weights, middle) < 1)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return [.. weights.Select(w => Math.Clamp(high * w, Lowest, Highest))];
    }

    private double Mean(double[] weights, double scale) =>
        weights.Average(w => Math.Clamp(scale * w, Lowest, Highest));
}
