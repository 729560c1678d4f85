using System.Collections.Immutable;

namespace Waymark.Statistics.Disclosure;

/// <summary>
/// Every table released from one closed survey, with the rule and the state of the answers it was opened for. It is what later requests
/// are judged against: keep it with the survey, and never open a second one for the same answers.
/// </summary>
public sealed class ReleaseLedger
{
    private ReleaseLedger(
        SuppressionPolicy policy,
        string snapshot,
        ImmutableArray<ReleasedTable> tables
    ) => (Policy, Snapshot, Tables) = (policy, snapshot, tables);

    /// <summary>The rule that holds for every table in it.</summary>
    public SuppressionPolicy Policy { get; }

    /// <summary>The state of the answers; see <see cref="JointCounts.Snapshot"/>.</summary>
    public string Snapshot { get; }

    /// <summary>The tables in the order of their release.</summary>
    public ImmutableArray<ReleasedTable> Tables { get; }

    /// <summary>An empty ledger.</summary>
    public static ReleaseLedger Open(SuppressionPolicy policy, string snapshot)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(snapshot);
        return new ReleaseLedger(policy, snapshot, []);
    }

    /// <summary>The table as it was released, if the same figures were asked for before.</summary>
    public ReleasedTable? Find(TableRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var key = request.Key;
        return Tables.FirstOrDefault(t => t.Request.Key == key);
    }

    /// <summary>
    /// The variables over which the counts are needed to judge a request: its own, and those of every released table of the same question.
    /// </summary>
    public ImmutableSortedSet<string> VariablesFor(TableRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return
        [
            .. Tables
                .Where(t => t.Request.Question == request.Question)
                .SelectMany(t => t.Request.Variables),
            .. request.Variables,
        ];
    }

    /// <summary>
    /// The released tables of the same question that could be combined with the request, directly or through others: those that share a variable,
    /// and those whose variable settles one of the request's (every team belongs to one sector) or the other way round. Other tables tell nothing
    /// about each other beyond the totals of the answers, which are taken as known anyway.
    /// </summary>
    internal ImmutableArray<ReleasedTable> Tied(TableRequest request, JointCounts counts)
    {
        var variables = request.Variables;
        var left = Tables.Where(t => t.Request.Question == request.Question).ToList();
        var tied = ImmutableArray.CreateBuilder<ReleasedTable>();
        while (
            left.FirstOrDefault(t =>
                t.Request.Variables.Any(v => variables.Any(w => counts.Tie(v, w)))
            )
                is { } next
        )
        {
            left.Remove(next);
            tied.Add(next);
            variables = variables.Union(next.Request.Variables);
        }

        return tied.ToImmutable();
    }

    internal ReleaseLedger With(ReleasedTable table) => new(Policy, Snapshot, Tables.Add(table));

    internal static ReleaseLedger Restored(
        SuppressionPolicy policy,
        string snapshot,
        ImmutableArray<ReleasedTable> tables
    ) => new(policy, snapshot, tables);
}
