namespace Waymark.Statistics;

/// <summary>
/// A figure that may be shown. There is no way to make one without the interval, the base and the name of the
/// method, and only the estimators of this library make them.
/// </summary>
public sealed record Estimate
{
    internal Estimate(double value, Interval interval, Base @base, Method method)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentException($"An estimate must be finite, not {value}.");
        }

        (Value, Interval, Base, Method) = (value, interval, @base, method);
    }

    /// <summary>The point estimate.</summary>
    public double Value { get; }

    /// <summary>The interval around it.</summary>
    public Interval Interval { get; }

    /// <summary>What it rests on.</summary>
    public Base Base { get; }

    /// <summary>How it was worked out, with the source.</summary>
    public Method Method { get; }
}
