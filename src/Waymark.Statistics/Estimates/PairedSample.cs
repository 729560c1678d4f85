using System.Collections.Immutable;

namespace Waymark.Statistics;

/// <summary>One person's value before and after.</summary>
public readonly record struct Pair(double Before, double After)
{
    /// <summary>After less before: positive where the value rose.</summary>
    public double Change => After - Before;
}

/// <summary>
/// People measured twice. It is made of pairs, not of two lists, so that nobody's "before" can meet somebody else's
/// "after"; people without both belong to the attrition table, not here.
/// </summary>
public sealed class PairedSample
{
    private PairedSample(ImmutableArray<Pair> pairs) => Pairs = pairs;

    /// <summary>The pairs in the order given.</summary>
    public ImmutableArray<Pair> Pairs { get; }

    /// <summary>How many pairs.</summary>
    public int Count => Pairs.Length;

    internal double[] Changes => [.. Pairs.Select(p => p.Change)];

    /// <summary>Takes the pairs, or says which one is not finite.</summary>
    public static Result<PairedSample> Create(IEnumerable<Pair> pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        var array = pairs.ToImmutableArray();
        if (array.IsEmpty)
        {
            return new InputIssue(InputIssueCode.BaseEmpty, "pairs", "There are no matched pairs.");
        }

        for (var i = 0; i < array.Length; i++)
        {
            if (!double.IsFinite(array[i].Before) || !double.IsFinite(array[i].After))
            {
                return new InputIssue(
                    InputIssueCode.NotFinite,
                    $"pairs[{i}]",
                    "Leave out people who were not measured both times."
                );
            }
        }

        return new PairedSample(array);
    }
}
