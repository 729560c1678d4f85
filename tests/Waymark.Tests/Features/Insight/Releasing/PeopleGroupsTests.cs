using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Waymark.Features.Insight.Releasing;
using Waymark.Features.Surveys.Codebook;
using Waymark.Tests.Content;
using Xunit;

namespace Waymark.Tests.Features.Insight.Releasing;

/// <summary>Small groups are put together before anything is released, so that no large one has to be hidden for their sake.</summary>
public sealed class PeopleGroupsTests
{
    private const int Least = 20;
    private const short Children = 1,
        Health = 2,
        Education = 3,
        Police = 4,
        Else = 9,
        NotSaid = -3;

    private static readonly SurveyColumns s_columns = SurveyColumns.Of(
        ContentFolders.Library.Newest("surveys", "workforce-bridge-2014")!.Instrument
    );

    [Fact]
    public void Of_TenPeopleOfNoSector_AreInNoTableAndNoLargeSectorSuffers()
    {
        var groups = Of((Children, 231), (Health, 278), (Education, 173), (NotSaid, 10));

        Assert.Equal(
            ["childrens-services", "health", "education"],
            groups.Sectors.Select(sector => sector.Code)
        );
        Assert.Equal((682, 10), (groups.Counted, groups.LeftOut));
        Assert.Null(groups[NotSaid, 1]);
    }

    [Fact]
    public void Of_SmallSectorsThatAreEnoughTogether_AreToldAsOthers()
    {
        var groups = Of((Children, 60), (Police, 12), (Else, 5), (NotSaid, 6));

        Assert.Equal(["childrens-services", "other"], groups.Sectors.Select(sector => sector.Code));
        Assert.Equal("Other or not said", groups.Sectors[1].Label);
        Assert.Equal(0, groups.LeftOut);
    }

    [Fact]
    public void Of_SomethingElse_IsNeverASectorOfItsOwn()
    {
        var groups = Of((Children, 60), (Else, 45));

        Assert.Equal("other", groups[Else, 1]!.Value.Sector.Code);
    }

    [Fact]
    public void Of_RoleInTwoSectors_IsTwoGroups()
    {
        var groups = PeopleGroups.Of(
            new Dictionary<(short, short), int>
            {
                [(Children, 11)] = 25,
                [(Children, 1)] = 40,
                [(Health, 11)] = 30,
                [(Health, 6)] = 50,
            },
            s_columns,
            Least
        );

        Assert.Equal(
            [
                "childrens-services/social-worker",
                "childrens-services/youth-worker",
                "health/school-nurse",
                "health/youth-worker",
            ],
            groups.Roles.Select(role => role.Code)
        );
    }

    [Property]
    public Property Of_AnyPeople_EveryGroupIsLargeEnoughAndNobodyIsLost() =>
        Prop.ForAll(
            Gen.Choose(0, 60).ListOf(24).ToArbitrary(),
            sizes =>
            {
                short[] sectors = [1, 2, 3, 4, 9, -3];
                short[] roles = [1, 4, 99, -2];
                var people = sectors
                    .SelectMany(sector => roles.Select(role => (sector, role)))
                    .Zip(sizes, (key, size) => (key, size))
                    .Where(entry => entry.size > 0)
                    .ToDictionary(entry => entry.key, entry => entry.size);
                var groups = PeopleGroups.Of(people, s_columns, Least);
                var inGroups = people.Where(p => groups[p.Key.sector, p.Key.role] is not null);
                return inGroups
                        .GroupBy(p => groups[p.Key.sector, p.Key.role]!.Value.Role)
                        .All(g => g.Sum(p => p.Value) >= Least)
                    && groups.LeftOut < Least
                    && groups.LeftOut + groups.Counted == people.Values.Sum()
                    && inGroups.Sum(p => p.Value) == groups.Counted;
            }
        );

    private static PeopleGroups Of(params (short Sector, int People)[] sectors) =>
        PeopleGroups.Of(
            sectors.ToDictionary(entry => (entry.Sector, (short)1), entry => entry.People),
            s_columns,
            Least
        );
}
