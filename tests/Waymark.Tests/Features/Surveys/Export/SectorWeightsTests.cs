using FsCheck.Xunit;
using Waymark.Features.Surveys.Export;
using Xunit;

namespace Waymark.Tests.Features.Surveys.Export;

/// <summary>Weights bring the sectors to their shares of the population and leave out what is not known.</summary>
public sealed class SectorWeightsTests
{
    [Fact]
    public void Of_TwoSectors_WeighsThemToThePopulation()
    {
        var weights = SectorWeights.Of(
            new Dictionary<int, int> { [1] = 60, [2] = 40 },
            new Dictionary<int, double> { [1] = 500, [2] = 500 }
        );

        Assert.Equal(50 / 60.0, weights[1], 1e-9);
        Assert.Equal(50 / 40.0, weights[2], 1e-9);
    }

    [Fact]
    public void Of_SectorWithoutPopulation_HasNoWeight()
    {
        var weights = SectorWeights.Of(
            new Dictionary<int, int> { [1] = 60, [9] = 40 },
            new Dictionary<int, double> { [1] = 500, [2] = 500 }
        );

        Assert.Equal([1], weights.Keys);
        Assert.Equal(1, weights[1], 1e-9);
    }

    [Fact]
    public void Of_NoPopulation_WeighsNobody() =>
        Assert.Empty(
            SectorWeights.Of(new Dictionary<int, int> { [1] = 60 }, new Dictionary<int, double>())
        );

    [Property(MaxTest = 200)]
    public void Of_Any_HasMeanOneWithinTheCap(int seed)
    {
        var random = new Random(seed);
        var rows = Enumerable.Range(1, 5).ToDictionary(i => i, _ => random.Next(1, 500));
        var population = rows.ToDictionary(
            entry => entry.Key,
            _ => (double)random.Next(1, 100_000)
        );

        var weights = SectorWeights.Of(rows, population);

        Assert.Equal(
            1,
            rows.Sum(entry => entry.Value * weights[entry.Key]) / rows.Values.Sum(),
            1e-6
        );
        Assert.All(weights.Values, weight => Assert.InRange(weight, 0.3 - 1e-9, 3 + 1e-9));
    }
}
