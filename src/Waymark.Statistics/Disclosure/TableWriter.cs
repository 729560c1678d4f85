using System.Collections.Immutable;

namespace Waymark.Statistics.Disclosure;

/// <summary>Writes down what a <see cref="Concealment"/> leaves to be told, rounded.</summary>
internal sealed class TableWriter(
    Partition partition,
    Concealment hidden,
    MergedAnswers answers,
    SuppressionPolicy policy
)
{
    /// <summary>Null where nothing worth showing is left.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="names">The answers.</param>
    /// <param name="labels">The labels of the rows.</param>
    /// <param name="first">Where the groups of the rows begin; the group of everybody follows them.</param>
    public ReleasedTable? Write(
        TableRequest request,
        ImmutableArray<string> names,
        ImmutableArray<ImmutableArray<string>> labels,
        int first
    )
    {
        var mean = request.Measure == Measure.Mean;
        var rows = labels
            .Select((l, i) => Row(l, partition.Groups[first + i], mean))
            .ToImmutableArray();
        var total = Row([], partition.Groups[first + labels.Length], mean);
        return rows.Append(total).Any(r => Says(r, mean))
            ? new ReleasedTable(request, policy, mean ? [] : names, rows, total)
            : null;
    }

    /// <summary>A row of hidden figures and zeros says nothing.</summary>
    private static bool Says(ReleasedRow row, bool mean) =>
        mean ? row.Total.Rounded > 0 : row.Counts.Any(c => c.Rounded > 0);

    private ReleasedRow Row(ImmutableArray<string> labels, int[] group, bool mean)
    {
        var shows = hidden.ShowsCounts(group);
        return new ReleasedRow(
            labels,
            mean ? [] : [.. answers.Of.Select(c => shows[c] ? Count(group, c) : default)],
            hidden.ShowsTotal(group) ? Shown(group.Sum(p => partition.Totals[p])) : default
        );
    }

    private ReleasedCount Count(int[] group, int column)
    {
        var count = Shown(group.Sum(p => partition.Counts[p][column]));
        return column == answers.Joined && count.Rounded > 0 ? default : count;
    }

    private ReleasedCount Shown(int people) =>
        policy.IsSmall(people)
            ? throw new InvalidOperationException("A small count was about to be shown.")
            : new ReleasedCount(policy.Round(people));
}
