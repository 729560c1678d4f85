using FsCheck.Xunit;
using Waymark.Features.Surveys.Export;
using Xunit;

namespace Waymark.Tests.Features.Surveys.Export;

/// <summary>Nobody stands in an export with what fewer than ten share.</summary>
public sealed class CoarseningTests
{
    private const int OtherSector = 9;
    private const int OtherRole = 99;

    [Property(MaxTest = 500)]
    public void Of_AnyCounts_LeavesNoCombinationOfFewerThanTen(int seed)
    {
        var counts = Counts(seed);

        var coarsening = Coarsening.Of(counts, OtherSector, OtherRole);

        Assert.All(
            Written(coarsening, counts),
            cell => Assert.True(cell.Value >= Coarsening.Least, $"{cell.Key}: {cell.Value}")
        );
    }

    [Property(MaxTest = 500)]
    public void Of_AnyCounts_LosesNobodyExceptSidesWithFewerThanTen(int seed)
    {
        var counts = Counts(seed);

        var coarsening = Coarsening.Of(counts, OtherSector, OtherRole);

        var small = counts
            .GroupBy(entry => (entry.Key.Wave, entry.Key.By))
            .Select(side => side.Sum(entry => entry.Value))
            .Where(total => total < Coarsening.Least)
            .Sum();
        Assert.Equal(small, coarsening.Withheld);
        Assert.Equal(counts.Values.Sum() - small, Written(coarsening, counts).Values.Sum());
    }

    [Property(MaxTest = 500)]
    public void Of_AnyCounts_ChangesValuesOnlyIntoThePool(int seed)
    {
        var counts = Counts(seed);
        var coarsening = Coarsening.Of(counts, OtherSector, OtherRole);

        Assert.All(
            counts.Keys,
            answered =>
            {
                if (coarsening[answered] is { } written)
                {
                    Assert.Equal((answered.Wave, answered.By), (written.Wave, written.By));
                    Assert.True(written.Sector == answered.Sector || written.Sector == OtherSector);
                    Assert.True(written.Role == answered.Role || written.Role == OtherRole);
                    Assert.True(
                        written.Week == answered.Week || written.Week == Identifying.NoWeek
                    );
                }
            }
        );
    }

    [Property(MaxTest = 200)]
    public void Of_NobodyRare_ChangesNothing(int seed)
    {
        var counts = Counts(seed).ToDictionary(entry => entry.Key, entry => entry.Value + 10);

        Assert.Equal(0, Coarsening.Of(counts, OtherSector, OtherRole).Changed);
    }

    [Fact]
    public void Of_OnePaediatrician_IsPutWithOthersOfHealth()
    {
        var coarsening = Coarsening.Of(
            new Dictionary<Identifying, int>
            {
                [new(0, 1, 2, 6, 5)] = 40,
                [new(0, 1, 2, 8, 5)] = 1,
                [new(0, 1, 2, OtherRole, 5)] = 12,
            },
            OtherSector,
            OtherRole
        );

        Assert.Equal(new(0, 1, 2, OtherRole, 5), coarsening[new(0, 1, 2, 8, 5)]);
        Assert.Equal(new(0, 1, 2, 6, 5), coarsening[new(0, 1, 2, 6, 5)]);
    }

    [Fact]
    public void Kept_RemainderTooSmallToHideIn_TakesTheNextSmallest() =>
        Assert.Equal(
            [1],
            SmallGroups.Kept(
                new Dictionary<int, int>
                {
                    [1] = 30,
                    [2] = 12,
                    [3] = 2,
                },
                10,
                9
            )
        );

    private static Dictionary<Identifying, int> Written(
        Coarsening coarsening,
        Dictionary<Identifying, int> counts
    ) =>
        counts
            .Where(entry => coarsening[entry.Key] is not null)
            .GroupBy(entry => coarsening[entry.Key]!.Value)
            .ToDictionary(cell => cell.Key, cell => cell.Sum(entry => entry.Value));

    private static Dictionary<Identifying, int> Counts(int seed)
    {
        var random = new Random(seed);
        int[] sectors = [1, 2, 3, OtherSector, -2, -3];
        int[] roles = [1, 4, 8, OtherRole, -2];
        var most = random.Next(1, 30);
        var counts = new Dictionary<Identifying, int>();
        for (var i = random.Next(1, 80); i > 0; i--)
        {
            counts[
                new(
                    random.Next(2),
                    random.Next(1, 3),
                    sectors[random.Next(sectors.Length)],
                    roles[random.Next(roles.Length)],
                    739_000 + 7 * random.Next(3)
                )
            ] = random.Next(1, most + 1);
        }

        return counts;
    }
}
