using Waymark.Statistics.Disclosure;

namespace Waymark.Features.Surveys.Overview;

/// <summary>One answer as far as the flow looks at it.</summary>
public sealed record Answered(Guid WaveId, ResponseBy By, byte[]? MatchHash);

/// <summary>How many answered a closed stage and how many of them had answered the stages before, as it may be shown.</summary>
/// <param name="Answers">All who answered; hidden where they are few.</param>
/// <param name="Matched">Those of them who answered the first stage too; null in the first stage and for managers.</param>
public sealed record StageFlow(ReleasedCount Answers, ReleasedCount? Matched);

/// <summary>
/// The flow from stage to stage, protected as every count is: 1 to 7 hidden, the rest rounded to 5, and nothing shown from which a hidden figure
/// follows. Pure.
/// </summary>
public static class Flow
{
    /// <summary>The flow of one side of one closed stage.</summary>
    /// <param name="wave">The stage.</param>
    /// <param name="by">The side.</param>
    /// <param name="waves">All stages.</param>
    /// <param name="answers">All answers of the evaluation.</param>
    public static StageFlow Of(
        Wave wave,
        ResponseBy by,
        IReadOnlyList<Wave> waves,
        IReadOnlyList<Answered> answers
    )
    {
        ArgumentNullException.ThrowIfNull(wave);
        ArgumentNullException.ThrowIfNull(waves);
        ArgumentNullException.ThrowIfNull(answers);
        var mine = answers.Where(a => a.WaveId == wave.Id && a.By == by).ToList();
        var first = waves.MinBy(w => w.Stage)!;
        if (wave.Id == first.Id || by == ResponseBy.Manager || first.ClosedAt is null)
        {
            return new(Release(wave, [mine.Count])?.Total.Total ?? default, null);
        }
        var before = answers
            .Where(a => a.WaveId == first.Id && a.MatchHash is not null)
            .Select(a => Convert.ToHexString(a.MatchHash!))
            .ToHashSet(StringComparer.Ordinal);
        var matched = mine.Count(a =>
            a.MatchHash is { } hash && before.Contains(Convert.ToHexString(hash))
        );
        var table = Release(wave, [matched, mine.Count - matched]);
        return new(table?.Total.Total ?? default, table?.Total.Counts[0] ?? default);
    }

    private static ReleasedTable? Release(Wave wave, IReadOnlyList<int> counts)
    {
        // The counts are taken once the wave is closed: its id names the state they are of.
        var snapshot = wave.Id.ToString();
        string[] answers = ["also-before", "not-before"];
        return TableRequest
            .Create("flow", [])
            .Then(request =>
                JointCounts
                    .Create(snapshot, [], [.. answers.Take(counts.Count)], [new([], counts)])
                    .Then(joint =>
                        Statistics.Disclosure.Release.Decide(
                            ReleaseLedger.Open(s_policy, snapshot),
                            request,
                            joint
                        )
                    )
            )
            .Match(
                decision => decision.Table,
                issue => throw new InvalidOperationException(issue.Text)
            );
    }

    /// <summary>That everybody answered before is a count of people, not an answer of theirs: it need not be hidden.</summary>
    private static readonly SuppressionPolicy s_policy = SuppressionPolicy
        .Create(
            SuppressionPolicy.Usual.LargestHidden,
            SuppressionPolicy.Usual.RoundTo,
            SuppressionPolicy.Usual.SmallestPercentageBase,
            hideUnanimous: false
        )
        .Match(policy => policy, issue => throw new InvalidOperationException(issue.Text));
}
