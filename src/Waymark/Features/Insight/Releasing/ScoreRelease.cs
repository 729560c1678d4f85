using Waymark.Features.Insight.Columns;
using Waymark.Statistics;
using Waymark.Statistics.Disclosure;

namespace Waymark.Features.Insight.Releasing;

/// <summary>Works out means, medians and changes of a score for groups that the ledger has released, and for no others. Pure.</summary>
public static class ScoreRelease
{
    /// <summary>Which later stages somebody gave the whole score at.</summary>
    public static string Reached(PersonAnswers person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return (Whole(person.After), Whole(person.FollowUp)) switch
        {
            (true, true) => ReleaseWords.ReachedBoth,
            (true, false) => ReleaseWords.ReachedAfter,
            (false, true) => ReleaseWords.ReachedFollowUp,
            _ => ReleaseWords.None,
        };
    }

    /// <summary>The figures of a score.</summary>
    public static ScoreFigures Of(
        string name,
        string label,
        bool isDomain,
        ReleasedTable? all,
        IReadOnlyList<double> values,
        Estimate? reliability,
        IReadOnlyList<ScoreChange> changes
    )
    {
        var shown = Shown(all);
        var sample = shown is null ? null : Sample.Create(values).Value;
        return new(
            name,
            label,
            isDomain,
            sample is null ? null : Figure.Of(MeanEstimate.Mean(sample), shown!.Value),
            sample is null ? null : Figure.Of(MedianEstimate.Median(sample), shown!.Value),
            sample is null || reliability is null ? null : Figure.Of(reliability, shown!.Value),
            changes
        );
    }

    /// <summary>The change of those who gave the score at both stages; nothing but the stage where the ledger has not released them.</summary>
    public static ScoreChange Change(
        string later,
        ReleasedTable? released,
        IReadOnlyList<PersonAnswers> people
    )
    {
        ArgumentNullException.ThrowIfNull(people);
        var matched = Pairs(later, people);
        if (Shown(released) is not { } shown || PairedSample.Create(matched).Value is not { } pairs)
        {
            return new(later, null, null, null, null, null, null, null, null);
        }

        var test = SignedRankTest.Of(pairs);
        return new(
            later,
            Mean(matched.Select(pair => pair.Before), shown),
            Mean(matched.Select(pair => pair.After), shown),
            Figure.Of(MeanEstimate.Change(pairs), shown),
            Figure.Of(HodgesLehmann.Shift(pairs), shown),
            Figure.Of(RankBiserial.Of(pairs), shown),
            test.Test.PValue,
            null,
            test.Test.Method.Name
        );
    }

    /// <summary>
    /// How many people's scores rose, stayed within the error of the measure, and fell, in that order (Jacobson and Truax); null where the error is not
    /// known. True counts: for the ledger alone.
    /// </summary>
    public static IReadOnlyList<int>? Verdicts(
        string later,
        IReadOnlyList<PersonAnswers> people,
        Estimate? reliability
    )
    {
        ArgumentNullException.ThrowIfNull(people);
        var scores = people.Select(person => person.Base.Average()!.Value).ToList();
        if (reliability is not { Value: >= 0 and < 1 } || scores.Count < 2)
        {
            return null;
        }

        var mean = scores.Average();
        var deviation = Math.Sqrt(
            scores.Sum(score => (score - mean) * (score - mean)) / (scores.Count - 1)
        );
        var precision = MeasurePrecision.Create(deviation, reliability.Value, scores.Count).Value;
        if (precision is null)
        {
            return null;
        }

        var verdicts = Pairs(later, people)
            .Select(pair => ReliableChange.Of(pair, precision).Value!.Verdict)
            .ToList();
        return
        [
            verdicts.Count(verdict => verdict == ChangeVerdict.Rose),
            verdicts.Count(verdict => verdict == ChangeVerdict.WithinError),
            verdicts.Count(verdict => verdict == ChangeVerdict.Fell),
        ];
    }

    /// <summary>The same scores with p-values adjusted over all scores of each later stage (Holm).</summary>
    public static List<ScoreFigures> Adjusted(IReadOnlyList<ScoreFigures> scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        var adjusted = new Dictionary<(string Score, string Later), double>();
        foreach (
            var stage in scores
                .SelectMany(score => score.Changes.Select(change => (score.Name, Change: change)))
                .Where(entry => entry.Change.PValue is not null)
                .GroupBy(entry => entry.Change.Later)
        )
        {
            var entries = stage.ToList();
            if (
                Holm.Adjust([.. entries.Select(entry => entry.Change.PValue!.Value)]).Value is
                { } values
            )
            {
                for (var i = 0; i < entries.Count; i++)
                {
                    adjusted[(entries[i].Name, stage.Key)] = values[i];
                }
            }
        }

        return
        [
            .. scores.Select(score =>
                score with
                {
                    Changes =
                    [
                        .. score.Changes.Select(change =>
                            change with
                            {
                                AdjustedPValue = adjusted.TryGetValue(
                                    (score.Name, change.Later),
                                    out var p
                                )
                                    ? p
                                    : null,
                            }
                        ),
                    ],
                }
            ),
        ];
    }

    private static List<Pair> Pairs(string later, IReadOnlyList<PersonAnswers> people) =>
        [
            .. people
                .Select(person =>
                    (
                        Before: person.Base,
                        After: later == ReleaseWords.StraightAfter ? person.After : person.FollowUp
                    )
                )
                .Where(pair => Whole(pair.After))
                .Select(pair => new Pair(
                    pair.Before.Average()!.Value,
                    pair.After!.Average()!.Value
                )),
        ];

    private static Figure? Mean(IEnumerable<double> values, int people) =>
        Figure.Of(Sample.Create(values).Then(sample => MeanEstimate.Mean(sample)), people);

    private static bool Whole(double?[]? answers) =>
        answers is not null && answers.All(answer => answer is not null);

    /// <summary>The rounded number of people behind a mean that may be shown; null where none may.</summary>
    private static int? Shown(ReleasedTable? table) =>
        table is not null && table.MayDescribe(table.Total) ? table.Total.Total.Rounded : null;
}
