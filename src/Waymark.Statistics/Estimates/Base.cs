namespace Waymark.Statistics;

/// <summary>
/// What an estimate rests on: how many people, pairs or units were counted, and how many simple, unweighted ones
/// they are worth.
/// </summary>
public sealed record Base
{
    internal Base(int count, double effective)
    {
        if (count < 1 || !double.IsFinite(effective) || effective <= 0)
        {
            throw new ArgumentException($"A base holds somebody, not {count} ({effective}).");
        }

        (Count, Effective) = (count, effective);
    }

    internal Base(int count)
        : this(count, count) { }

    /// <summary>The number counted; at least 1.</summary>
    public int Count { get; }

    /// <summary>
    /// Kish's effective number (the sum of the weights squared over the sum of the squared weights); the same as
    /// <see cref="Count"/> where nothing is weighted.
    /// </summary>
    public double Effective { get; }
}
