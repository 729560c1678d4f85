using System.Collections.Immutable;

namespace Waymark.Statistics;

/// <summary>
/// People by items, complete: only people who answered every item of a scale are in it. How many were left out is
/// kept, so that it can be shown; nothing is ever filled in.
/// </summary>
public sealed class ItemScores
{
    private ItemScores(ImmutableArray<ImmutableArray<double>> rows, int items, int leftOut) =>
        (Rows, Items, LeftOut) = (rows, items, leftOut);

    /// <summary>How many people answered every item.</summary>
    public int People => Rows.Length;

    /// <summary>How many items.</summary>
    public int Items { get; }

    /// <summary>How many people were left out because an answer was missing.</summary>
    public int LeftOut { get; }

    internal ImmutableArray<ImmutableArray<double>> Rows { get; }

    /// <summary>
    /// Takes one row for each person, null for an answer that is missing. At least two items, and at least three people who
    /// answered them all, not every one of them with the same total.
    /// </summary>
    public static Result<ItemScores> Create(IReadOnlyList<IReadOnlyList<double?>> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Count == 0)
        {
            return new InputIssue(InputIssueCode.BaseEmpty, nameof(rows), "Nobody answered.");
        }

        var items = rows[0].Count;
        if (items < 2)
        {
            return new InputIssue(
                InputIssueCode.BaseTooSmall,
                "rows[0]",
                "A scale has at least two items."
            );
        }

        var complete = ImmutableArray.CreateBuilder<ImmutableArray<double>>();
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i].Count != items)
            {
                return new InputIssue(
                    InputIssueCode.LengthsDiffer,
                    $"rows[{i}]",
                    $"Every row needs {items} answers, null where one is missing."
                );
            }

            for (var j = 0; j < items; j++)
            {
                if (rows[i][j] is { } value && !double.IsFinite(value))
                {
                    return new InputIssue(
                        InputIssueCode.NotFinite,
                        $"rows[{i}][{j}]",
                        "Use null for an answer that is missing."
                    );
                }
            }

            if (rows[i].All(v => v is not null))
            {
                complete.Add([.. rows[i].Select(v => v!.Value)]);
            }
        }

        return Enough(new ItemScores(complete.ToImmutable(), items, rows.Count - complete.Count));
    }

    internal double[,] Covariance() => Covariance([.. Enumerable.Range(0, People)]);

    /// <summary>The covariances (divisor n − 1) of the people picked, who may be picked more than once.</summary>
    internal double[,] Covariance(int[] picked)
    {
        var means = new double[Items];
        foreach (var person in picked)
        {
            for (var j = 0; j < Items; j++)
            {
                means[j] += Rows[person][j] / picked.Length;
            }
        }

        var covariance = new double[Items, Items];
        var deviation = new double[Items];
        foreach (var person in picked)
        {
            for (var j = 0; j < Items; j++)
            {
                deviation[j] = Rows[person][j] - means[j];
            }

            for (var j = 0; j < Items; j++)
            {
                for (var k = 0; k <= j; k++)
                {
                    covariance[j, k] += deviation[j] * deviation[k] / (picked.Length - 1);
                }
            }
        }

        for (var j = 0; j < Items; j++)
        {
            for (var k = 0; k < j; k++)
            {
                covariance[k, j] = covariance[j, k];
            }
        }

        return covariance;
    }

    private static Result<ItemScores> Enough(ItemScores scores)
    {
        if (scores.People < 3)
        {
            return new InputIssue(
                InputIssueCode.BaseTooSmall,
                "rows",
                "At least three people must have answered every item."
            );
        }

        var covariance = scores.Covariance();
        return
            Enumerable.Range(0, scores.Items).All(j => covariance[j, j] > 0)
            && covariance.Cast<double>().Sum() > 1e-12
            ? scores
            : new InputIssue(
                InputIssueCode.NoVariation,
                "rows",
                "On at least one item, or in total, everybody has the same value: leave such an item out."
            );
    }
}
