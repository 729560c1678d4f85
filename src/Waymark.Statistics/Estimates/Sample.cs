using System.Collections.Immutable;

namespace Waymark.Statistics;

/// <summary>Numbers that were looked at once: at least one, all finite, in the order given.</summary>
public sealed class Sample
{
    private Sample(ImmutableArray<double> values) => Values = values;

    /// <summary>The numbers in the order given.</summary>
    public ImmutableArray<double> Values { get; }

    /// <summary>How many.</summary>
    public int Count => Values.Length;

    internal double Mean => Values.Average();

    /// <summary>The unbiased variance (divisor n − 1).</summary>
    internal double Variance
    {
        get
        {
            var mean = Mean;
            return Values.Sum(v => (v - mean) * (v - mean)) / (Count - 1);
        }
    }

    /// <summary>Takes the numbers, or says which one is not finite.</summary>
    public static Result<Sample> Create(IEnumerable<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var array = values.ToImmutableArray();
        if (array.IsEmpty)
        {
            return new InputIssue(InputIssueCode.BaseEmpty, "values", "There is nothing to count.");
        }

        for (var i = 0; i < array.Length; i++)
        {
            if (!double.IsFinite(array[i]))
            {
                return new InputIssue(
                    InputIssueCode.NotFinite,
                    $"values[{i}]",
                    "Leave out values that are missing."
                );
            }
        }

        return new Sample(array);
    }

    internal static Sample Trusted(IEnumerable<double> values) => new([.. values]);
}
