using System.Globalization;
using Waymark.Statistics;

namespace Waymark.Features.Surveys.Export;

/// <summary>Weights by sector, worked out from the sectors as they are written and never from those that were put together.</summary>
public static class SectorWeights
{
    /// <summary>The weight of each sector of one side of one wave; a sector without a known population has none.</summary>
    /// <param name="rows">How many rows have each sector, as written.</param>
    /// <param name="population">How many people work in each, by the same number.</param>
    public static IReadOnlyDictionary<int, double> Of(
        IReadOnlyDictionary<int, int> rows,
        IReadOnlyDictionary<int, double> population
    )
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(population);
        var known = rows.Where(entry =>
                entry.Value > 0 && population.GetValueOrDefault(entry.Key) > 0
            )
            .OrderBy(entry => entry.Key)
            .ToList();
        if (known.Count == 0)
        {
            return new Dictionary<int, double>();
        }

        var names = known.ToDictionary(
            entry => entry.Key,
            entry => entry.Key.ToString(CultureInfo.InvariantCulture)
        );
        var weights = Population
            .Create(known.ToDictionary(entry => names[entry.Key], entry => population[entry.Key]))
            .Then(of =>
                Margin.Create(
                    "sector",
                    [
                        .. known.SelectMany(entry =>
                            Enumerable.Repeat(names[entry.Key], entry.Value)
                        ),
                    ],
                    of
                )
            )
            .Match(
                margin => PostStratification.Weigh(margin),
                issue => throw new InvalidOperationException(issue.Text)
            );
        var first = 0;
        var bySector = new Dictionary<int, double>();
        foreach (var (sector, count) in known)
        {
            bySector.Add(sector, weights.Values[first]);
            first += count;
        }

        return bySector;
    }
}
