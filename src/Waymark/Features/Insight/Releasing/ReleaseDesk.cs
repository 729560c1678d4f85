using Waymark.Content.Surveys;
using Waymark.Features.Insight.Columns;
using Waymark.Features.Surveys;
using Waymark.Features.Surveys.Codebook;
using Waymark.Statistics;
using Waymark.Statistics.Disclosure;

namespace Waymark.Features.Insight.Releasing;

/// <summary>
/// Decides everything that is released of an evaluation, in one fixed order: needs by sector, then by role, ratings, who may be given means,
/// changes, and what managers said. What comes first is protected least, so the order is never a visitor's. Deterministic: the same copy and ledger give the same release.
/// </summary>
public sealed class ReleaseDesk
{
    private readonly ColumnReader _columns;
    private readonly InsightQuestions _questions;
    private readonly PeopleGroups _groups;
    private readonly int _seed;

    private ReleaseDesk(
        ColumnReader columns,
        InsightQuestions questions,
        PeopleGroups groups,
        ReleaseLedger ledger,
        int seed
    ) =>
        (_columns, _questions, _groups, Ledger, _seed) = (columns, questions, groups, ledger, seed);

    /// <summary>The ledger with everything released so far.</summary>
    public ReleaseLedger Ledger { get; private set; }

    /// <summary>Decides all.</summary>
    /// <param name="columns">The copy of the closed waves.</param>
    /// <param name="asked">The columns of the first wave.</param>
    /// <param name="ledger">What was released before.</param>
    /// <param name="smallestGroup">The fewest people of a sector or role.</param>
    /// <param name="seed">Where resampling begins; the same for one evaluation always.</param>
    /// <param name="followUp">The columns of the follow-up, once it is closed.</param>
    public static (ReleaseLedger Ledger, ReleasedFigures Figures) Decide(
        ColumnReader columns,
        SurveyColumns asked,
        ReleaseLedger ledger,
        int smallestGroup,
        int seed,
        SurveyColumns? followUp = null
    )
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(ledger);
        var desk = new ReleaseDesk(
            columns,
            InsightQuestions.Of(asked),
            PeopleGroups.Of(columns.People(), asked, smallestGroup),
            ledger,
            seed
        );
        desk.Tables();
        var agreement = desk.Agreement();
        desk.Changes();
        var scores = desk.Scores();
        var managers = followUp is null
            ? null
            : desk.Managers(ManagerQuestion.Of(followUp), followUp);
        var policy = ledger.Policy;
        return (
            desk.Ledger,
            new(
                Told(desk._groups.Counted, policy),
                Told(desk._groups.LeftOut, policy),
                desk._groups.Sectors,
                desk._groups.Roles,
                desk.Flow(),
                scores,
                agreement,
                managers
            )
        );
    }

    /// <summary>The needs by sector alone: what the bench measures beside the bare counting.</summary>
    internal static ReleaseLedger Needs(
        ColumnReader columns,
        SurveyColumns asked,
        ReleaseLedger ledger,
        PeopleGroups groups
    )
    {
        var desk = new ReleaseDesk(columns, InsightQuestions.Of(asked), groups, ledger, seed: 0);
        desk.BySector(desk._questions.YesOrNo, desk.Joint(desk._questions.YesOrNo));
        return desk.Ledger;
    }

    /// <summary>A number of people as it may be told; null where it is small.</summary>
    internal static int? Told(int people, SuppressionPolicy policy) =>
        people >= 1 && people <= policy.LargestHidden
            ? null
            : (people + policy.RoundTo / 2) / policy.RoundTo * policy.RoundTo;

    private void Tables()
    {
        List<SurveyColumn> all = [.. _questions.YesOrNo, .. _questions.Rated];
        var counts = Joint(all);
        var asked = _questions.YesOrNo.Count;
        BySector(all.Take(asked), counts);

        for (var i = 0; i < asked; i++)
        {
            Ask(ReleaseWords.Answers(all[i].Name, ReleaseWords.Role), counts[i]);
        }

        for (var i = asked; i < all.Count; i++)
        {
            Ask(ReleaseWords.Answers(all[i].Name, ReleaseWords.Sector), counts[i]);
        }
    }

    private void BySector(IEnumerable<SurveyColumn> questions, List<JointCounts> counts)
    {
        foreach (var (question, count) in questions.Zip(counts))
        {
            Ask(ReleaseWords.Answers(question.Name, ReleaseWords.Sector), count);
        }
    }

    private void Changes()
    {
        foreach (var question in _questions.YesOrNo)
        {
            var after = _columns.IsAskedAt(WaveStage.StraightAfter, question.Name);
            var followUp = _columns.IsAskedAt(WaveStage.FollowUp, question.Name);
            if (!after && !followUp)
            {
                continue;
            }

            var codes = question.Question.Answers.ToDictionary(a => a.Number, a => a.Code);
            string Later(short? number) =>
                number is { } given && codes.TryGetValue(given, out var code)
                    ? code
                    : ReleaseWords.None;
            var counts = Joint(
                question.Question,
                [
                    ReleaseWords.Sector,
                    ReleaseWords.Role,
                    ReleaseWords.StraightAfter,
                    ReleaseWords.FollowUp,
                ],
                _columns
                    .Changes(question.Name)
                    .Select(row =>
                        (
                            row.Sector,
                            row.Role,
                            More: new[] { Later(row.After), Later(row.FollowUp) },
                            row.Answer,
                            row.Count
                        )
                    )
            );
            if (after)
            {
                Ask(ReleaseWords.Answers(question.Name, ReleaseWords.StraightAfter), counts);
            }

            if (followUp)
            {
                Ask(ReleaseWords.Answers(question.Name, ReleaseWords.FollowUp), counts);
            }
        }
    }

    private List<AgreementFigures> Agreement()
    {
        List<AgreementFigures> agreement = [];
        if (_questions.Rated.Count == 0)
        {
            return agreement;
        }

        var categories = _questions.Rated[0].Question.Answers.OrderBy(a => a.Number).ToList();
        var scale = RatingScale
            .Ordinal([.. categories.Select(a => a.Label)])
            .Match(s => s, issue => throw new InvalidOperationException(issue.Text));
        // Whoever rated at least one item, by sector: what the coefficients rest on.
        var raters = _columns
            .Rows([.. _questions.Rated.Select(item => item.Name)])
            .Where(row => row.Base.Any(rating => rating is not null))
            .Select(row => (Group: _groups[row.Sector, row.Role], row.Base))
            .Where(row => row.Group is not null)
            .ToList();
        var sizes = Created(
            JointCounts.Create(
                Ledger.Snapshot,
                [ReleaseWords.Sector],
                ["rated"],
                raters
                    .GroupBy(row => row.Group!.Value.Sector.Code)
                    .Select(group => new JointRow([group.Key], [group.Count()]))
            )
        );
        if (
            Ask(ReleaseWords.Mean(ReleaseWords.Raters, ReleaseWords.Sector), sizes) is not { } table
        )
        {
            return agreement;
        }

        foreach (var row in table.Rows.Prepend(table.Total))
        {
            var group = row.Labels.IsEmpty ? null : row.Labels[0];
            if (!table.MayDescribe(row))
            {
                continue;
            }

            var rated = raters
                .Where(r => group is null || r.Group!.Value.Sector.Code == group)
                .Select(r => r.Base)
                .ToList();
            var ratings = Ratings.FromCounts(
                scale,
                [
                    .. Enumerable
                        .Range(0, _questions.Rated.Count)
                        .Select(item =>
                            categories
                                .Select(c => rated.Count(r => r[item] is { } n && n == c.Number))
                                .ToList()
                        ),
                ]
            );
            if (ratings.IsOk)
            {
                var alpha = KrippendorffAlpha.Of(ratings.Value, new Random(_seed));
                var gwet = GwetCoefficient.Of(ratings.Value);
                agreement.Add(
                    new(
                        group ?? "all",
                        row.Total.Rounded!.Value,
                        ratings.Value.PairableUnits,
                        Figure.Of(RawAgreement.Of(ratings.Value)),
                        alpha.IsOk ? Figure.Of(alpha.Value) : null,
                        gwet.IsOk ? Figure.Of(gwet.Value) : null
                    )
                );
            }
        }

        return agreement;
    }

    private List<ScoreFigures> Scores()
    {
        List<ScoreFigures> scores =
        [
            .. _questions.Domains.Select(domain =>
                Score(domain.Code, DomainLabel(domain), domain.Tasks)
            ),
            .. _questions.Scales.Select(question =>
                Score(question.Name, question.Wording, [question])
            ),
        ];
        return ScoreRelease.Adjusted(scores);
    }

    private static string DomainLabel(InsightDomain domain) =>
        domain.Tasks[0].Question.Item.Parent?.Text is { Length: > 0 } text ? text : domain.Code;

    private ScoreFigures Score(string name, string label, IReadOnlyList<SurveyColumn> tasks)
    {
        var people = _columns
            .Rows([.. tasks.Select(task => task.Name)])
            .Where(row => _groups[row.Sector, row.Role] is not null)
            .Where(row => row.Base.All(answer => answer is not null))
            .ToList();
        var question = ReleaseWords.Score(name);
        var counts = Created(
            JointCounts.Create(
                Ledger.Snapshot,
                [ReleaseWords.Reached],
                ["scored"],
                people
                    .GroupBy(ScoreRelease.Reached)
                    .Select(group => new JointRow([group.Key], [group.Count()]))
            )
        );
        var all = Ask(ReleaseWords.Mean(question), counts);
        var reliability =
            tasks.Count > 1
                ? ItemScores
                    .Create([.. people.Select(row => (IReadOnlyList<double?>)row.Base)])
                    .Match<Estimate?>(items => CronbachAlpha.Of(items), _ => null)
                : null;
        List<ScoreChange> changes = [];
        foreach (var later in new[] { ReleaseWords.StraightAfter, ReleaseWords.FollowUp })
        {
            if (
                tasks.All(task =>
                    _columns.IsAskedAt(
                        later == ReleaseWords.StraightAfter
                            ? WaveStage.StraightAfter
                            : WaveStage.FollowUp,
                        task.Name
                    )
                )
            )
            {
                var change = ScoreRelease.Change(
                    later,
                    Ask(ReleaseWords.MeanOfMatched(question, later), counts),
                    people
                );
                changes.Add(change);
                if (
                    !change.IsTooFew
                    && ScoreRelease.Verdicts(later, people, reliability) is { } verdicts
                )
                {
                    Ask(
                        ReleaseWords.Answers(ReleaseWords.Verdicts(name, later)),
                        Created(
                            JointCounts.Create(
                                Ledger.Snapshot,
                                [],
                                ReleaseWords.VerdictCodes,
                                [new JointRow([], verdicts)]
                            )
                        )
                    );
                }
            }
        }

        return ScoreRelease.Of(
            name,
            label,
            tasks.Count > 1,
            all,
            [.. people.Select(row => row.Base.Average()!.Value)],
            reliability,
            changes
        );
    }

    /// <summary>Each question as a table of what managers answered and one of what the same people said of their own work.</summary>
    private IReadOnlyList<ManagerQuestion> Managers(
        IReadOnlyList<ManagerQuestion> questions,
        SurveyColumns followUp
    )
    {
        foreach (var question in questions)
        {
            var answers = followUp[followUp.IndexOf(question.Name)].Question.Answers;
            var counted = _columns.Managers(question.Name, question.Own);
            void Table(string name, Func<ManagerCount, short?> number) =>
                Ask(
                    ReleaseWords.Answers(name),
                    Created(
                        JointCounts.Create(
                            Ledger.Snapshot,
                            [],
                            [.. answers.Select(answer => answer.Code)],
                            [
                                new JointRow(
                                    [],
                                    [
                                        .. answers.Select(answer =>
                                            counted
                                                .Where(row => number(row) == answer.Number)
                                                .Sum(row => row.Count)
                                        ),
                                    ]
                                ),
                            ]
                        )
                    )
                );
            Table(ReleaseWords.ByManagers(question.Name), row => row.Manager);
            if (question.Own is not null)
            {
                Table(ReleaseWords.OfTheRated(question.Name), row => row.Own);
            }
        }

        return questions;
    }

    private List<StageFlow> Flow()
    {
        var flow = _columns.Flow();
        StageFlow At(WaveStage stage, string name, int matched) =>
            new(name, Told(_columns.Answered[stage], Ledger.Policy), Told(matched, Ledger.Policy));
        List<StageFlow> stages =
        [
            At(WaveStage.Before, ReleaseWords.Scope, flow.Sum(row => row.Count)),
        ];
        if (_columns.Answered.ContainsKey(WaveStage.StraightAfter))
        {
            stages.Add(
                At(
                    WaveStage.StraightAfter,
                    ReleaseWords.StraightAfter,
                    flow.Where(row => row.After).Sum(row => row.Count)
                )
            );
        }

        if (_columns.Answered.ContainsKey(WaveStage.FollowUp))
        {
            stages.Add(
                At(
                    WaveStage.FollowUp,
                    ReleaseWords.FollowUp,
                    flow.Where(row => row.FollowUp).Sum(row => row.Count)
                )
            );
        }

        return stages;
    }

    private List<JointCounts> Joint(IReadOnlyList<SurveyColumn> questions)
    {
        var counted = _columns
            .Count([.. questions.Select(question => question.Name)])
            .ToLookup(row => row.Question);
        return
        [
            .. questions.Select(
                (question, i) =>
                    Joint(
                        question.Question,
                        [ReleaseWords.Sector, ReleaseWords.Role],
                        counted[i]
                            .Select(row =>
                                (row.Sector, row.Role, Array.Empty<string>(), row.Answer, row.Count)
                            )
                    )
            ),
        ];
    }

    private JointCounts Joint(
        SurveyQuestion question,
        IReadOnlyList<string> variables,
        IEnumerable<(short Sector, short Role, string[] More, short Answer, int Count)> counted
    )
    {
        var answers = question.Answers.OrderBy(answer => answer.Number).ToList();
        var places = answers.Select((answer, i) => (answer.Number, i)).ToDictionary();
        var rows = new Dictionary<string, (string[] Values, int[] Counts)>(StringComparer.Ordinal);
        foreach (var entry in counted)
        {
            if (
                _groups[entry.Sector, entry.Role] is not { } group
                || !places.TryGetValue(entry.Answer, out var place)
            )
            {
                continue;
            }

            string[] values = [group.Sector.Code, group.Role.Code, .. entry.More];
            var key = string.Join('\u001f', values);
            if (!rows.TryGetValue(key, out var row))
            {
                rows[key] = row = (values, new int[answers.Count]);
            }

            row.Counts[place] += entry.Count;
        }

        return Created(
            JointCounts.Create(
                Ledger.Snapshot,
                variables,
                [.. answers.Select(answer => answer.Code)],
                rows.OrderBy(row => row.Key, StringComparer.Ordinal)
                    .Select(row => new JointRow(row.Value.Values, row.Value.Counts))
            )
        );
    }

    /// <summary>Asks for one table; null where there are not enough people, whatever the reason.</summary>
    private ReleasedTable? Ask(TableRequest request, JointCounts counts)
    {
        var decision = Release.Decide(Ledger, request, counts);
        if (!decision.IsOk)
        {
            throw new InvalidOperationException(
                $"{request.Key}: {decision.Issue.Place}: {decision.Issue.Text}"
            );
        }

        Ledger = decision.Value.Ledger;
        return decision.Value.Table;
    }

    private static JointCounts Created(Result<JointCounts> result) =>
        result.Match(counts => counts, issue => throw new InvalidOperationException(issue.Text));
}
