using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Waymark.Features.Insight.Columns;
using Waymark.Features.Insight.Releasing;
using Waymark.Features.Surveys.Codebook;
using Waymark.Statistics.Disclosure;
using Waymark.Statistics.Tests.Disclosure;
using Xunit;

namespace Waymark.Tests.Features.Insight.Releasing;

/// <summary>
/// The attack on what is released of a survey as its waves close one after the other: everything that stands in the ledger in the end is handed to
/// somebody who solves for every hidden figure and every small number of people.
/// </summary>
public sealed class ReleaseAttackProperties
{
    private const int SmallestGroup = 12;
    private static readonly string[] s_questions = ["confident_assess", "confident_assist"];

    private static readonly SurveyColumns s_bridge = AttackedWave.Columns("workforce-bridge-2014");
    private static readonly SurveyColumns s_impact = AttackedWave.Columns(
        "workforce-practice-impact"
    );

    [Property(MaxTest = 12)]
    public Property Release_WavesThatCloseOneAfterTheOther_PinNobody() =>
        Prop.ForAll(
            Gen.Choose(0, int.MaxValue).ToArbitrary(),
            seed =>
            {
                var folder = Directory.CreateTempSubdirectory("waymark-attack-").FullName;
                try
                {
                    var people = People(new Random(seed));
                    var (ledger, groups) = ReleaseAll(folder, people);
                    var pinned = s_questions
                        .SelectMany(question => Breaches(ledger, groups, people, question))
                        .Concat(ManagerBreaches(ledger, people))
                        .ToList();
                    return pinned.Count == 0
                        ? true.ToProperty()
                        : false.Label(string.Join('\n', pinned.Take(10)));
                }
                finally
                {
                    Directory.Delete(folder, recursive: true);
                }
            }
        );

    [Fact]
    public void Release_OfOneSurvey_ReleasesAndHidesEnoughForAnAttackToMeanSomething()
    {
        var folder = Directory.CreateTempSubdirectory("waymark-attack-").FullName;
        try
        {
            var (ledger, _) = ReleaseAll(folder, People(new Random(3)));

            Assert.True(ledger.Tables.Length >= 10, $"{ledger.Tables.Length} tables");
            Assert.Contains(
                ledger.Tables,
                table => table.Rows.Any(row => row.Counts.Any(count => count.IsHidden))
            );
            Assert.NotNull(
                ledger.Find(ReleaseWords.Answers(ReleaseWords.ByManagers("mgr_talked")))
            );
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Closes the three waves one after the other; what was released is never changed by what comes later.</summary>
    private static (ReleaseLedger Ledger, PeopleGroups Groups) ReleaseAll(
        string folder,
        IReadOnlyList<Person> people
    )
    {
        var (before, after, followUp) = (
            Path.Combine(folder, "before.parquet"),
            Path.Combine(folder, "after.parquet"),
            Path.Combine(folder, "follow-up.parquet")
        );
        AttackedWave.Write(before, s_bridge, people.Select(p => ((short)1, p.Id, p.Before)));
        AttackedWave.Write(
            after,
            s_bridge,
            people.Where(p => p.After is not null).Select(p => ((short)1, p.Id, p.After!))
        );
        AttackedWave.Write(
            followUp,
            s_impact,
            people
                .Where(p => p.FollowUp is not null)
                .Select(p => ((short)1, p.Id, p.FollowUp!))
                .Concat(
                    people
                        .Where(p => p.Manager is not null)
                        .Select(p => ((short)2, p.Id, p.Manager!))
                )
        );
        var ledger = ReleaseLedger.Open(SuppressionPolicy.Usual, "closed");
        foreach (
            var (second, third) in new (string?, string?)[]
            {
                (null, null),
                (after, null),
                (after, followUp),
            }
        )
        {
            using var reader = new ColumnReader(folder, before, second, third);
            var earlier = ledger.Tables;
            ledger = ReleaseDesk
                .Decide(
                    reader,
                    s_bridge,
                    ledger,
                    SmallestGroup,
                    seed: 1,
                    third is null ? null : s_impact
                )
                .Ledger;
            Assert.Equal(earlier, ledger.Tables.Take(earlier.Length));
        }

        using var all = new ColumnReader(folder, before);
        return (ledger, PeopleGroups.Of(all.People(), s_bridge, SmallestGroup));
    }

    private static IEnumerable<string> Breaches(
        ReleaseLedger ledger,
        PeopleGroups groups,
        IReadOnlyList<Person> people,
        string question
    )
    {
        string Later(Dictionary<string, short>? answers) =>
            answers is not null && answers.TryGetValue(question, out var number)
                ? Code(number)
                : ReleaseWords.None;
        var told = people
            .Where(p => p.Before.ContainsKey(question))
            .Select(p => (Person: p, Group: groups[p.Before["sector"], p.Before["role"]]))
            .Where(p => p.Group is not null)
            .Select(p =>
                (
                    Values: (string[])
                        [
                            p.Group!.Value.Sector.Code,
                            p.Group.Value.Role.Code,
                            Later(p.Person.After),
                            Later(p.Person.FollowUp),
                        ],
                    Answer: Code(p.Person.Before[question])
                )
            )
            .ToList();
        // Everybody knows which roles a sector has, and nothing of who answered later.
        string[] later = ["yes", "no", ReleaseWords.None];
        var kinds =
            from role in told.Select(p => (p.Values[0], p.Values[1])).Distinct()
            from second in later
            from third in later
            select (string[])[role.Item1, role.Item2, second, third];
        var truth = JointCounts
            .Create(
                ledger.Snapshot,
                [
                    ReleaseWords.Sector,
                    ReleaseWords.Role,
                    ReleaseWords.StraightAfter,
                    ReleaseWords.FollowUp,
                ],
                ["yes", "no"],
                kinds.Select(kind => new JointRow(
                    kind,
                    [
                        told.Count(p => p.Values.SequenceEqual(kind) && p.Answer == "yes"),
                        told.Count(p => p.Values.SequenceEqual(kind) && p.Answer == "no"),
                    ]
                ))
            )
            .Match(counts => counts, issue => throw new InvalidOperationException(issue.Text));
        return Attack.Breaches(
            truth,
            [.. ledger.Tables.Where(table => table.Request.Question == question)]
        );
    }

    /// <summary>What managers answered and what the same people said of themselves are two tables of the same people.</summary>
    private static IEnumerable<string> ManagerBreaches(
        ReleaseLedger ledger,
        IReadOnlyList<Person> people
    )
    {
        foreach (
            var name in new[]
            {
                ReleaseWords.ByManagers("mgr_talked"),
                ReleaseWords.OfTheRated("mgr_talked"),
            }
        )
        {
            var pairs = people
                .Where(p =>
                    p.Manager is not null && p.FollowUp?.ContainsKey("talked_manager") == true
                )
                .Select(p =>
                    name == ReleaseWords.ByManagers("mgr_talked")
                        ? p.Manager!["mgr_talked"]
                        : p.FollowUp!["talked_manager"]
                )
                .ToList();
            var truth = JointCounts
                .Create(
                    ledger.Snapshot,
                    [],
                    ["yes", "no"],
                    [new JointRow([], [pairs.Count(a => a == 1), pairs.Count(a => a == 0)])]
                )
                .Match(counts => counts, issue => throw new InvalidOperationException(issue.Text));
            foreach (
                var breach in Attack.Breaches(
                    truth,
                    [.. ledger.Tables.Where(table => table.Request.Question == name)]
                )
            )
            {
                yield return breach;
            }
        }
    }

    private static List<Person> People(Random chance)
    {
        List<Person> people = [];
        foreach (var sector in (short[])[1, 2, 3])
        {
            var count = chance.Next(4, 70);
            var (yes, stays, comes) = (
                chance.NextDouble(),
                chance.NextDouble(),
                chance.NextDouble()
            );
            for (var i = 0; i < count; i++)
            {
                var role = (short)(sector + chance.Next(2));
                Dictionary<string, short> Answers() =>
                    new()
                    {
                        ["sector"] = sector,
                        ["role"] = role,
                        ["confident_assess"] = (short)(chance.NextDouble() < yes ? 1 : 0),
                        ["confident_assist"] = (short)(chance.NextDouble() < 1 - yes / 2 ? 1 : 0),
                        ["talked_manager"] = (short)(chance.NextDouble() < stays ? 1 : 0),
                    };
                var followUp = chance.NextDouble() < comes ? Answers() : null;
                people.Add(
                    new(
                        new Guid(people.Count + 1, 0, 0, new byte[8]),
                        Answers(),
                        chance.NextDouble() < stays ? Answers() : null,
                        followUp,
                        followUp is not null && chance.NextDouble() < stays
                            ? new()
                            {
                                ["mgr_talked"] = (short)(chance.NextDouble() < comes ? 1 : 0),
                            }
                            : null
                    )
                );
            }
        }

        return people;
    }

    private static string Code(short number) => number == 1 ? "yes" : "no";

    /// <summary>Somebody and the numbers of their answers at each stage; null where they did not answer.</summary>
    private sealed record Person(
        Guid Id,
        Dictionary<string, short> Before,
        Dictionary<string, short>? After,
        Dictionary<string, short>? FollowUp,
        Dictionary<string, short>? Manager
    );
}
