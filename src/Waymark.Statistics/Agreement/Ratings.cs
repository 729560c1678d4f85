using System.Collections.Immutable;

namespace Waymark.Statistics;

/// <summary>
/// Units (a vignette, an item) by raters on one scale; any rating may be missing. Units that nobody rated are left out, and at
/// least one unit must have two ratings.
/// </summary>
public sealed class Ratings
{
    private Ratings(RatingScale scale, ImmutableArray<ImmutableArray<int>> counts) =>
        (Scale, Counts) = (scale, counts);

    /// <summary>The scale all raters used.</summary>
    public RatingScale Scale { get; }

    /// <summary>How many units were rated by anybody.</summary>
    public int Units => Counts.Length;

    /// <summary>How many units were rated by two or more.</summary>
    public int PairableUnits => Counts.Count(c => c.Sum() >= 2);

    /// <summary>For each unit, how many raters chose each category.</summary>
    internal ImmutableArray<ImmutableArray<int>> Counts { get; }

    /// <summary>How common each category is: the mean over units of the share of the unit's ratings.</summary>
    internal double[] Shares()
    {
        var shares = new double[Scale.Categories.Length];
        foreach (var counts in Counts)
        {
            for (var k = 0; k < shares.Length; k++)
            {
                shares[k] += (double)counts[k] / counts.Sum() / Units;
            }
        }

        return shares;
    }

    /// <summary>Takes one row for each unit, with each rater's category or null.</summary>
    public static Result<Ratings> Create(
        RatingScale scale,
        IReadOnlyList<IReadOnlyList<string?>> units
    )
    {
        ArgumentNullException.ThrowIfNull(scale);
        ArgumentNullException.ThrowIfNull(units);
        var counts = new List<IReadOnlyList<int>>();
        for (var u = 0; u < units.Count; u++)
        {
            var row = new int[scale.Categories.Length];
            for (var r = 0; r < units[u].Count; r++)
            {
                if (units[u][r] is not { } category)
                {
                    continue;
                }

                var place = scale.Categories.IndexOf(category, StringComparer.Ordinal);
                if (place < 0)
                {
                    return new InputIssue(
                        InputIssueCode.Undeclared,
                        $"units[{u}][{r}]",
                        $"“{category}” is not on the scale."
                    );
                }

                row[place]++;
            }

            counts.Add(row);
        }

        return FromCounts(scale, counts);
    }

    /// <summary>Takes, for each unit, how many raters chose each category of the scale.</summary>
    public static Result<Ratings> FromCounts(
        RatingScale scale,
        IReadOnlyList<IReadOnlyList<int>> units
    )
    {
        ArgumentNullException.ThrowIfNull(scale);
        ArgumentNullException.ThrowIfNull(units);
        var kept = ImmutableArray.CreateBuilder<ImmutableArray<int>>();
        for (var u = 0; u < units.Count; u++)
        {
            if (units[u].Count != scale.Categories.Length)
            {
                return new InputIssue(
                    InputIssueCode.LengthsDiffer,
                    $"units[{u}]",
                    "Give a count for each category of the scale."
                );
            }

            if (units[u].Any(c => c < 0))
            {
                return new InputIssue(
                    InputIssueCode.OutOfRange,
                    $"units[{u}]",
                    "A count cannot be below zero."
                );
            }

            if (units[u].Any(c => c > 0))
            {
                kept.Add([.. units[u]]);
            }
        }

        return kept.Any(c => c.Sum() >= 2)
            ? new Ratings(scale, kept.ToImmutable())
            : new InputIssue(
                InputIssueCode.BaseTooSmall,
                nameof(units),
                "No unit was rated by two people, so nothing can be compared."
            );
    }
}
