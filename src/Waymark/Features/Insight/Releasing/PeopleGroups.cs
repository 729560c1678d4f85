using Waymark.Features.Surveys.Codebook;
using Waymark.Features.Surveys.Export;

namespace Waymark.Features.Insight.Releasing;

/// <summary>A group of people that tables tell apart.</summary>
/// <param name="Code">Its name in ledgers: a sector's code, or a sector's and a role's with a slash between.</param>
/// <param name="Label">What people read.</param>
public sealed record PeopleGroup(string Code, string Label);

/// <summary>
/// Decides by sizes alone which sectors (agencies, in a survey that asks for them) and which roles within a sector are told apart. Sectors that too few people share, and people who named
/// none, are put together; where even they together are too few, they are in no table at all: anything told of them would follow by
/// subtraction, and to hide them a whole large sector would have to be hidden too. Roles stand within their sector, so that a table of
/// roles is judged together with the table of sectors. Pure.
/// </summary>
public sealed class PeopleGroups
{
    /// <summary>The code of those put together.</summary>
    public const string Other = "other";

    private readonly Dictionary<
        (short Sector, short Role),
        (PeopleGroup Sector, PeopleGroup Role)
    > _groups = [];

    private PeopleGroups() { }

    /// <summary>The sectors, in the order of the question, those put together last.</summary>
    public IReadOnlyList<PeopleGroup> Sectors { get; private init; } = [];

    /// <summary>The roles, in the order of sectors and of the question.</summary>
    public IReadOnlyList<PeopleGroup> Roles { get; private init; } = [];

    /// <summary>How many people are in no table.</summary>
    public int LeftOut { get; private init; }

    /// <summary>How many are in the tables.</summary>
    public int Counted { get; private init; }

    /// <summary>The groups of somebody; null for those in no table.</summary>
    public (PeopleGroup Sector, PeopleGroup Role)? this[short sector, short role] =>
        _groups.TryGetValue((sector, role), out var found) ? found : null;

    /// <summary>Decides.</summary>
    /// <param name="people">How many there are of each sector and role; numbers below zero where none was given.</param>
    /// <param name="columns">The columns of the survey, for the words and the codes.</param>
    /// <param name="least">The fewest people of a group.</param>
    public static PeopleGroups Of(
        IReadOnlyDictionary<(short Sector, short Role), int> people,
        SurveyColumns columns,
        int least
    )
    {
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(columns);
        var sectorNames = Names(columns, columns.Grouping);
        var roleNames = Names(columns, "role");
        var sizes = people
            .GroupBy(entry => entry.Key.Sector)
            .ToDictionary(group => group.Key, group => group.Sum(entry => entry.Value));
        bool Stands(short sector) =>
            sectorNames.TryGetValue(sector, out var name)
            && name.Code != Other
            && sizes[sector] >= least;
        var pooled = sizes.Where(entry => !Stands(entry.Key)).Sum(entry => entry.Value);
        var tellsOthers = pooled >= least;
        var other = new PeopleGroup(Other, "Other or not said");
        Dictionary<(short, short), (PeopleGroup, PeopleGroup)> groups = [];
        foreach (
            var sector in people.GroupBy(entry =>
                Stands(entry.Key.Sector) ? sectorNames[entry.Key.Sector] : other
            )
        )
        {
            if (sector.Key == other && !tellsOthers)
            {
                continue;
            }

            var kept =
                sector.Key == other
                    ? new HashSet<int>()
                    : SmallGroups.Kept(
                        sector
                            .GroupBy(entry =>
                                roleNames.TryGetValue(entry.Key.Role, out var name)
                                && name.Code != Other
                                    ? entry.Key.Role
                                    : -1
                            )
                            .ToDictionary(
                                group => group.Key,
                                group => group.Sum(entry => entry.Value)
                            ),
                        least,
                        pool: -1
                    );
            foreach (var entry in sector)
            {
                groups[entry.Key] = (
                    sector.Key,
                    kept.Contains(entry.Key.Role)
                        ? new(
                            $"{sector.Key.Code}/{roleNames[entry.Key.Role].Code}",
                            $"{sector.Key.Label}: {Lower(roleNames[entry.Key.Role].Label)}"
                        )
                        : new(
                            $"{sector.Key.Code}/{Other}",
                            kept.Count == 0
                                ? sector.Key.Label
                                : $"{sector.Key.Label}: other role or not said"
                        )
                );
            }
        }

        var made = new PeopleGroups
        {
            Sectors = [.. InOrder(groups.Values.Select(group => group.Item1))],
            Roles = [.. InOrder(groups.Values.Select(group => group.Item2))],
            LeftOut = tellsOthers ? 0 : pooled,
            Counted = people.Values.Sum() - (tellsOthers ? 0 : pooled),
        };
        foreach (var (key, value) in groups)
        {
            made._groups.Add(key, value);
        }

        return made;

        IEnumerable<PeopleGroup> InOrder(IEnumerable<PeopleGroup> of) =>
            of.Distinct()
                .OrderBy(group => Place(sectorNames, group.Code.Split('/')[0]))
                .ThenBy(group =>
                    group.Code.Split('/') is [_, var role] ? Place(roleNames, role) : 0
                );
    }

    private static int Place(Dictionary<short, PeopleGroup> names, string code) =>
        code == Other
            ? int.MaxValue
            : names.Where(name => name.Value.Code == code).Min(name => (int)name.Key);

    private static Dictionary<short, PeopleGroup> Names(SurveyColumns columns, string question) =>
        columns.IndexOf(question) is var at and >= 0
            ? columns[at]
                .Question.Answers.ToDictionary(
                    answer => answer.Number,
                    answer => new PeopleGroup(answer.Code, answer.Label)
                )
            : [];

    private static string Lower(string label) =>
        label.Length > 1 && char.IsLower(label[1])
            ? char.ToLowerInvariant(label[0]) + label[1..]
            : label;
}
