using System.Collections.Concurrent;
using System.Collections.Immutable;
using Waymark.Statistics.Disclosure;

namespace Waymark.Statistics.Tests.Disclosure;

/// <summary>
/// The attack: thousands of random surveys, each asked a line of random tables; then everything that was released is handed to somebody who solves for
/// every hidden figure, every small count, and every small difference between two groups.
/// </summary>
public class SubtractionAttackTests
{
    private const int Surveys = 2000;

    [Fact]
    public void Attack_AllReleasedTablesTogether_PinsNoHiddenCount()
    {
        var pinned = new ConcurrentBag<string>();
        int tables = 0,
            hidden = 0,
            refused = 0;
        Parallel.For(
            0,
            Surveys,
            seed =>
            {
                var survey = new RandomSurvey(seed);
                var released = ReleaseAll(survey);
                Interlocked.Add(
                    ref refused,
                    survey.Requests.DistinctBy(r => r.Key).Count() - released.Length
                );
                Interlocked.Add(ref tables, released.Length);
                Interlocked.Add(ref hidden, released.Sum(HiddenFigures));
                foreach (var breach in Attack.Breaches(survey.KnownKinds, released))
                {
                    pinned.Add($"seed {seed}: {breach}");
                }
            }
        );

        Assert.True(
            pinned.IsEmpty,
            $"{pinned.Count} pinned:\n"
                + string.Join('\n', pinned.Order(StringComparer.Ordinal).Take(20))
        );
        // The attack means nothing unless much was released, much of it hidden, and some of it refused.
        Assert.True(tables > Surveys, $"{tables} tables");
        Assert.True(hidden > Surveys, $"{hidden} hidden figures");
        Assert.True(refused > Surveys / 10, $"{refused} refused");
    }

    [Fact]
    public void Attack_GroupsReleasedForMeans_FindsNoGroupUnderTen()
    {
        var pinned = new ConcurrentBag<string>();
        int tables = 0,
            hidden = 0;
        Parallel.For(
            0,
            Surveys / 4,
            seed =>
            {
                var survey = new RandomSurvey(seed, measure: Measure.Mean);
                var released = ReleaseAll(survey);
                Interlocked.Add(ref tables, released.Length);
                Interlocked.Add(ref hidden, released.Sum(HiddenFigures));
                foreach (var breach in Attack.Breaches(survey.KnownKinds, released))
                {
                    pinned.Add($"seed {seed}: {breach}");
                }
            }
        );

        Assert.True(
            pinned.IsEmpty,
            string.Join('\n', pinned.Order(StringComparer.Ordinal).Take(20))
        );
        Assert.True(tables > Surveys / 4, $"{tables} tables");
        Assert.True(hidden > 100, $"{hidden} hidden totals");
    }

    [Fact]
    public void Attack_InWholeNumbers_ReachesBothEndsOfEveryRange()
    {
        // Linear programming allows fractions of people, so a range it finds wide might be narrow in truth. On small surveys both ends are looked for
        // among whole numbers, by exhaustive search.
        var pinned = new ConcurrentBag<string>();
        var searched = 0;
        Parallel.For(
            0,
            500,
            seed =>
            {
                var survey = new RandomSurvey(
                    seed,
                    mostVariables: 2,
                    mostValues: 2,
                    mostAnswers: 2
                );
                var tables = ReleaseAll(survey);
                if (tables.IsEmpty)
                {
                    return;
                }

                var attacker = new Attacker(survey.KnownKinds, tables);
                foreach (
                    var (name, sum) in Attack
                        .Targets(survey.KnownKinds, tables, attacker)
                        .DistinctBy(t => Attacker.Key(t.Sum))
                )
                {
                    var (lower, upper) = new WholeNumberSearch(attacker).Range(sum);
                    Interlocked.Increment(ref searched);
                    if (upper - lower <= tables[0].Policy.LargestHidden)
                    {
                        pinned.Add($"seed {seed}: {name} is between {lower} and {upper}");
                    }
                }
            }
        );

        Assert.True(pinned.IsEmpty, string.Join('\n', pinned.Take(20)));
        Assert.True(searched > 1000, $"{searched} targets");
    }

    [Fact]
    public void Attack_TablesThatOnlyHideTheirSmallCounts_PinsMany()
    {
        var broken = Enumerable
            .Range(0, 100)
            .Count(seed =>
            {
                var survey = new RandomSurvey(seed);
                return Attack
                    .Breaches(survey.KnownKinds, [.. survey.Requests.Select(r => Naive(survey, r))])
                    .Any();
            });

        Assert.True(broken > 50, $"Only {broken} of 100 were broken.");
    }

    [Fact]
    public void Attack_TablesProtectedOneByOne_PinsSome()
    {
        var broken = Enumerable
            .Range(0, 100)
            .Count(seed =>
            {
                var survey = new RandomSurvey(seed);
                var tables = survey
                    .Requests.Select(r =>
                        Survey
                            .Decide(
                                ReleaseLedger.Open(survey.Policy, Survey.Snapshot),
                                r,
                                survey.Truth
                            )
                            .Table
                    )
                    .OfType<ReleasedTable>()
                    .ToImmutableArray();
                return Attack.Breaches(survey.KnownKinds, tables).Any();
            });

        Assert.True(broken > 10, $"Only {broken} of 100 were broken.");
    }

    private static ImmutableArray<ReleasedTable> ReleaseAll(RandomSurvey survey)
    {
        var ledger = ReleaseLedger.Open(survey.Policy, Survey.Snapshot);
        foreach (var request in survey.Requests)
        {
            ledger = Survey.Decide(ledger, request, survey.Truth).Ledger;
        }

        return ledger.Tables;
    }

    private static int HiddenFigures(ReleasedTable table) =>
        table.Rows.Append(table.Total).Sum(r => r.Counts.Append(r.Total).Count(c => c.IsHidden));

    /// <summary>What a spreadsheet would do: hide the small ones, round the rest.</summary>
    private static ReleasedTable Naive(RandomSurvey survey, TableRequest request)
    {
        ReleasedCount Count(Group group, int answer)
        {
            var people = survey
                .Truth.Rows.Where(r => group.Holds(survey.Truth, r))
                .Sum(r => answer < 0 ? r.Counts.Sum() : r.Counts[answer]);
            return survey.Policy.IsSmall(people)
                ? default
                : new ReleasedCount(survey.Policy.Round(people));
        }

        ReleasedRow Row(ImmutableArray<string> labels, Group group) =>
            new(
                labels,
                [.. survey.Truth.Answers.Select((_, a) => Count(group, a))],
                Count(group, -1)
            );

        var labels = survey
            .Truth.Rows.Select(r =>
                request.By.Select(v => survey.Truth.Value(r, v)).ToImmutableArray()
            )
            .DistinctBy(l => string.Join('/', l));
        return new ReleasedTable(
            request,
            survey.Policy,
            survey.Truth.Answers,
            request.By.IsEmpty ? [] : [.. labels.Select(l => Row(l, Group.Row(request, l)))],
            Row([], Group.Everybody(request))
        );
    }
}
