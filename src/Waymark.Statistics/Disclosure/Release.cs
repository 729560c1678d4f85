using System.Collections.Immutable;

namespace Waymark.Statistics.Disclosure;

/// <summary>
/// The answer to a request. Without a table there are not enough people, whether that is because nobody is in the group, because too few are, or
/// because the figures could be taken apart together with figures released before: the three look the same.
/// </summary>
/// <param name="Table">The protected table, or null where there are not enough people.</param>
/// <param name="Ledger">The ledger to keep from now on.</param>
public sealed record ReleaseDecision(ReleasedTable? Table, ReleaseLedger Ledger)
{
    /// <summary>Whether there are too few people to say anything.</summary>
    public bool NotEnoughPeople => Table is null;
}

/// <summary>Decides what may be shown. The one way from true counts to a <see cref="ReleasedTable"/>.</summary>
public static class Release
{
    /// <summary>
    /// Serves a table released before as it is. Otherwise protects the new table so that it is safe together with everything released before from
    /// the same answers, or refuses it. Pure: the same ledger, request and counts give the same answer.
    /// </summary>
    /// <param name="ledger">What has been released from these answers.</param>
    /// <param name="request">What is asked for.</param>
    /// <param name="counts">
    /// The true counts of everybody who answered the question, not only of the people who pass the filters, over at least
    /// <see cref="ReleaseLedger.VariablesFor"/>.
    /// </param>
    public static Result<ReleaseDecision> Decide(
        ReleaseLedger ledger,
        TableRequest request,
        JointCounts counts
    )
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(counts);
        if (ledger.Find(request) is { } served)
        {
            return new ReleaseDecision(served, ledger);
        }

        if (Check(ledger, request, counts) is { } issue)
        {
            return issue;
        }

        var table = Protect(ledger, request, counts);
        return new ReleaseDecision(table, table is null ? ledger : ledger.With(table));
    }

    private static InputIssue? Check(ReleaseLedger ledger, TableRequest request, JointCounts counts)
    {
        if (counts.Snapshot != ledger.Snapshot)
        {
            return new InputIssue(
                InputIssueCode.SnapshotDiffers,
                nameof(counts),
                "The answers have changed since the first table was released: earlier tables stay as they are, and no new one can be made."
            );
        }

        if (ledger.VariablesFor(request).FirstOrDefault(v => !counts.Has(v)) is { } missing)
        {
            return new InputIssue(
                InputIssueCode.Undeclared,
                $"{nameof(counts)}[{missing}]",
                $"The counts must be broken down by “{missing}” too."
            );
        }

        var tables = ledger.Tables.Select(t => t.Request).ToArray();
        if (tables.Any(t => t.Question == request.Question && t.Measure != request.Measure))
        {
            return new InputIssue(
                InputIssueCode.Duplicate,
                nameof(request.Measure),
                "Of one question either the answers or the mean is released: together they would tell more than each alone."
            );
        }

        if (
            tables.Any(t =>
                t.Variables.Contains(request.Question) || request.Variables.Contains(t.Question)
            )
        )
        {
            return new InputIssue(
                InputIssueCode.Duplicate,
                nameof(request.Question),
                "A question whose answers are released cannot divide people too, nor the other way round."
            );
        }

        return
            tables.Length > 0
            && request.Measure == Measure.Answers
            && ledger.Tables.FirstOrDefault(t => t.Request.Question == request.Question)
                is { } other
            && !other.Answers.SequenceEqual(counts.Answers)
            ? new InputIssue(
                InputIssueCode.Undeclared,
                nameof(counts.Answers),
                "The answers differ from those of a table released before."
            )
            : null;
    }

    private static ReleasedTable? Protect(
        ReleaseLedger ledger,
        TableRequest request,
        JointCounts counts
    )
    {
        var policy = request.Measure switch
        {
            Measure.Answers => ledger.Policy,
            Measure.Mean => ledger.Policy.ForMeans(),
        };
        var totals = counts
            .Answers.Select((_, a) => counts.Rows.Sum(r => (long)r.Counts[a]))
            .ToArray();
        var answers = request.Measure switch
        {
            Measure.Answers => MergedAnswers.Join(totals, policy),
            Measure.Mean => MergedAnswers.One(totals.Length),
        };
        if (answers is null)
        {
            return null;
        }

        var labels = RowLabels(request, counts);
        var earlier = ledger.Tied(request, counts);
        var groups = earlier
            .SelectMany(t => GroupsOf(t.Request, t.Rows.Select(r => r.Labels)))
            .Concat(GroupsOf(request, labels))
            .ToImmutableArray();
        var partition = Partition.Of(counts, answers, groups);
        var first = groups.Length - labels.Length - 1;
        var shown = earlier
            .SelectMany(t => t.Rows.Append(t.Total))
            .Select(
                (row, g) =>
                    new ToldGroup(
                        partition.Groups[g],
                        !row.Total.IsHidden,
                        ShownColumns(row, answers)
                    )
            )
            .ToArray();
        var hidden = new BlockSearch(
            partition,
            policy,
            shown,
            partition.Groups[first..],
            answers
        ).Find();
        return hidden is null
            ? null
            : new TableWriter(partition, hidden, answers, policy).Write(
                request,
                counts.Answers,
                labels,
                first
            );
    }

    /// <summary>Rows first, everybody last, as <see cref="TableWriter"/> reads them.</summary>
    private static IEnumerable<Group> GroupsOf(
        TableRequest request,
        IEnumerable<ImmutableArray<string>> labels
    ) => labels.Select(l => Group.Row(request, l)).Append(Group.Everybody(request));

    /// <summary>
    /// Every combination of the row variables that anybody in the whole survey has and the filters allow: so a group without people is a row like
    /// any other.
    /// </summary>
    private static ImmutableArray<ImmutableArray<string>> RowLabels(
        TableRequest request,
        JointCounts counts
    ) =>
        request.By.IsEmpty
            ? []
            :
            [
                .. counts
                    .Rows.Where(r => r.Counts.Any(c => c > 0))
                    .Select(r => request.By.Select(v => counts.Value(r, v)).ToImmutableArray())
                    .DistinctBy(l => string.Join('\u001f', l))
                    .Where(l =>
                        request.Filters.All(f =>
                            request.By.IndexOf(f.Variable) is var i
                            && (i < 0 || f.Values.Contains(l[i]))
                        )
                    )
                    .OrderBy(l => string.Join('\u001f', l), StringComparer.Ordinal),
            ];

    private static bool[] ShownColumns(ReleasedRow row, MergedAnswers answers)
    {
        var shown = new bool[answers.Columns];
        if (row.Counts.IsEmpty)
        {
            Array.Fill(shown, !row.Total.IsHidden);
        }

        for (var a = 0; a < row.Counts.Length; a++)
        {
            shown[answers.Of[a]] |= !row.Counts[a].IsHidden;
        }

        return shown;
    }
}
