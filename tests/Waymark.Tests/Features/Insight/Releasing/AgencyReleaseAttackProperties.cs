using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Waymark.Content.Surveys;
using Waymark.Features.Insight.Columns;
using Waymark.Features.Insight.Releasing;
using Waymark.Features.Surveys.Codebook;
using Waymark.Statistics.Disclosure;
using Waymark.Statistics.Tests.Disclosure;
using Waymark.Tests.Content;
using Xunit;

namespace Waymark.Tests.Features.Insight.Releasing;

/// <summary>The same attack on one case rated by several agencies, of which some have few people.</summary>
public sealed class AgencyReleaseAttackProperties
{
    private const int SmallestGroup = 12;
    private static readonly string[] s_names = ["Heron", "Kestrel", "Lapwing", "Plover"];

    private static readonly SurveyColumns s_columns = SurveyColumns.Of(
        NamedAgencies.Fill(
            ContentFolders.Library.Newest("surveys", "vignette-rating")!.Instrument,
            s_names
        )
    );

    private static readonly IReadOnlyList<SurveyColumn> s_items =
    [
        .. InsightQuestions.Of(s_columns).Rated.Take(3),
    ];

    [Property(MaxTest = 12)]
    public Property Release_OfAgenciesOfEverySize_PinsNobody() =>
        Prop.ForAll(
            Gen.Choose(0, int.MaxValue).ToArbitrary(),
            seed =>
            {
                var people = People(new Random(seed));
                var (ledger, groups) = Release(people);
                var pinned = s_items
                    .SelectMany(item => Breaches(ledger, groups, people, item))
                    .ToList();
                return pinned.Count == 0
                    ? true.ToProperty()
                    : false.Label(string.Join('\n', pinned.Take(10)));
            }
        );

    [Fact]
    public void Release_ShowsSomeAgenciesAndHidesSomeFigures_SoThatTheAttackMeansSomething()
    {
        var (ledger, groups) = Release(People(new Random(5)));

        Assert.Contains(groups.Sectors, group => group.Label == s_names[^1]);
        foreach (var item in s_items)
        {
            var table = ledger.Find(ReleaseWords.Answers(item.Name, ReleaseWords.Sector));
            Assert.NotNull(table);
            Assert.Contains(table.Rows, row => row.Counts.Any(count => count.IsHidden));
            Assert.Contains(table.Rows, row => row.Counts.Any(count => !count.IsHidden));
        }
    }

    private static (ReleaseLedger Ledger, PeopleGroups Groups) Release(IReadOnlyList<Rater> people)
    {
        var folder = Directory.CreateTempSubdirectory("waymark-attack-").FullName;
        try
        {
            var only = Path.Combine(folder, "only.parquet");
            AttackedWave.Write(
                only,
                s_columns,
                people.Select((p, i) => ((short)1, new Guid(i + 1, 0, 0, new byte[8]), p.Answers))
            );
            using var reader = new ColumnReader(folder, only);
            return (
                ReleaseDesk
                    .Decide(
                        reader,
                        s_columns,
                        ReleaseLedger.Open(SuppressionPolicy.Usual, "closed"),
                        SmallestGroup,
                        seed: 1
                    )
                    .Ledger,
                PeopleGroups.Of(reader.People(), s_columns, SmallestGroup)
            );
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IEnumerable<string> Breaches(
        ReleaseLedger ledger,
        PeopleGroups groups,
        IReadOnlyList<Rater> people,
        SurveyColumn item
    )
    {
        var told = people
            .Where(p => p.Answers.ContainsKey(item.Name))
            .Select(p => (Group: groups[p.Agency, p.Role], Rating: p.Answers[item.Name]))
            .Where(p => p.Group is not null)
            .ToList();
        var ratings = item.Question.Answers.OrderBy(answer => answer.Number).ToList();
        var truth = JointCounts
            .Create(
                ledger.Snapshot,
                [ReleaseWords.Sector, ReleaseWords.Role],
                [.. ratings.Select(rating => rating.Code)],
                told.GroupBy(p => (Agency: p.Group!.Value.Sector.Code, p.Group.Value.Role.Code))
                    .Select(kind => new JointRow(
                        [kind.Key.Agency, kind.Key.Code],
                        [.. ratings.Select(r => kind.Count(p => p.Rating == r.Number))]
                    ))
            )
            .Match(counts => counts, issue => throw new InvalidOperationException(issue.Text));
        return Attack.Breaches(
            truth,
            [.. ledger.Tables.Where(table => table.Request.Question == item.Name)]
        );
    }

    /// <summary>Raters of four agencies, the last of them large, of another and of none that they name.</summary>
    private static List<Rater> People(Random chance)
    {
        List<Rater> people = [];
        foreach (
            var (agency, most) in new (short, int)[]
            {
                (1, 20),
                (2, 40),
                (3, 120),
                (4, 240),
                (99, 15),
                (-1, 15),
            }
        )
        {
            var count = chance.Next(most / 3, most);
            var leaning = chance.Next(4);
            for (var i = 0; i < count; i++)
            {
                Dictionary<string, short> answers = [];
                var role = (short)(1 + chance.Next(3));
                answers["role"] = role;
                if (agency >= 0)
                {
                    answers[NamedAgencies.Question] = agency == 99 ? Another : agency;
                }
                foreach (var item in s_items)
                {
                    var choices = item.Question.Answers;
                    if (chance.NextDouble() < 0.9)
                    {
                        answers[item.Name] = choices[
                            chance.NextDouble() < 0.3
                                ? leaning % choices.Count
                                : chance.Next(choices.Count)
                        ].Number;
                    }
                }
                people.Add(
                    new(answers.GetValueOrDefault(NamedAgencies.Question, (short)-1), role, answers)
                );
            }
        }

        return people;
    }

    private static short Another { get; } =
        s_columns[s_columns.IndexOf(NamedAgencies.Question)].Question.Answers.Max(a => a.Number);

    /// <summary>Somebody who rates: the numbers of their agency and role, and of all their answers.</summary>
    private sealed record Rater(short Agency, short Role, Dictionary<string, short> Answers);
}
