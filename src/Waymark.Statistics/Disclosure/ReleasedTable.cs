using System.Collections.Immutable;

namespace Waymark.Statistics.Disclosure;

/// <summary>A count that may be shown: a rounded figure, or hidden. The default is hidden.</summary>
/// <param name="Rounded">The figure, or null where it is hidden; 0 means truly nobody.</param>
public readonly record struct ReleasedCount(int? Rounded)
{
    /// <summary>Whether the figure is withheld.</summary>
    public bool IsHidden => Rounded is null;
}

/// <summary>One row of a released table.</summary>
/// <param name="Labels">The values of the row variables; empty in the row of everybody.</param>
/// <param name="Counts">One count for each answer; empty where a mean was asked for.</param>
/// <param name="Total">Everybody in the row: the true total, rounded, not the sum of rounded figures.</param>
public sealed record ReleasedRow(
    ImmutableArray<string> Labels,
    ImmutableArray<ReleasedCount> Counts,
    ReleasedCount Total
);

/// <summary>
/// A table after protection: the only form in which counts leave. It is kept in the ledger and served again as it is whenever the
/// same figures are asked for.
/// </summary>
public sealed class ReleasedTable
{
    internal ReleasedTable(
        TableRequest request,
        SuppressionPolicy policy,
        ImmutableArray<string> answers,
        ImmutableArray<ReleasedRow> rows,
        ReleasedRow total
    ) => (Request, Policy, Answers, Rows, Total) = (request, policy, answers, rows, total);

    /// <summary>What was asked for.</summary>
    public TableRequest Request { get; }

    /// <summary>The rule the table was protected by.</summary>
    public SuppressionPolicy Policy { get; }

    /// <summary>The answers, in the order of the columns; empty where a mean was asked for.</summary>
    public ImmutableArray<string> Answers { get; }

    /// <summary>A row for each combination of values that anybody has; empty without row variables.</summary>
    public ImmutableArray<ReleasedRow> Rows { get; }

    /// <summary>The row of everybody looked at.</summary>
    public ReleasedRow Total { get; }

    /// <summary>
    /// The share of a row that gave one answer, worked out from the rounded figures alone, interval and base included, so that it
    /// tells nothing more than they do. Null where either figure is hidden or the base could be under the smallest allowed.
    /// </summary>
    public Estimate? Share(ReleasedRow row, int answer, Coverage? coverage = null)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (row.Counts[answer].Rounded is not { } yes || !MayDescribe(row))
        {
            return null;
        }

        var all = row.Total.Rounded!.Value;
        var share = (double)yes / all;
        return new Estimate(
            share,
            WilsonScore.Interval(share, all, coverage ?? Coverage.Percent95),
            new Base(all),
            Method.WilsonScoreFromRounded
        );
    }

    /// <summary>
    /// Whether a percentage or a mean of the row may be shown: its total is shown, and no total that rounds to the same figure is under
    /// the smallest base allowed. (Asking the true total would let the answer betray it.)
    /// </summary>
    public bool MayDescribe(ReleasedRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.Total.Rounded is { } all
            && Policy.LowestBehind(all) >= Policy.SmallestPercentageBase;
    }
}
