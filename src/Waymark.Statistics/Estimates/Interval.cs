namespace Waymark.Statistics;

/// <summary>
/// A two-sided interval around an estimate, in the unit of the estimate. Only an estimator makes one, so it is always
/// ordered and finite and always says which coverage it aims at.
/// </summary>
public sealed record Interval
{
    internal Interval(double lower, double upper, Coverage coverage)
    {
        if (!double.IsFinite(lower) || !double.IsFinite(upper) || lower > upper)
        {
            throw new ArgumentException(
                $"An interval must be finite and ordered, not {lower} to {upper}."
            );
        }

        (Lower, Upper, Coverage) = (lower, upper, coverage);
    }

    /// <summary>The lower limit.</summary>
    public double Lower { get; }

    /// <summary>The upper limit.</summary>
    public double Upper { get; }

    /// <summary>The coverage the interval aims at.</summary>
    public Coverage Coverage { get; }

    /// <summary>The distance between the limits.</summary>
    public double Width => Upper - Lower;

    /// <summary>Whether the value lies between the limits or on one of them.</summary>
    public bool Contains(double value) => value >= Lower && value <= Upper;

    internal static Interval Around(double centre, double half, Coverage coverage) =>
        new(centre - half, centre + half, coverage);

    internal Interval Within(double lowest, double highest) =>
        new(Math.Clamp(Lower, lowest, highest), Math.Clamp(Upper, lowest, highest), Coverage);
}
