using System.Collections.Immutable;

namespace Waymark.Statistics;

/// <summary>How a population divides into groups: each group's name with its head count or share, any unit, above zero.</summary>
public sealed class Population
{
    private readonly ImmutableDictionary<string, double> _shares;

    private Population(ImmutableDictionary<string, double> shares) => _shares = shares;

    /// <summary>The names of the groups.</summary>
    public IEnumerable<string> Groups => _shares.Keys.Order(StringComparer.Ordinal);

    /// <summary>The group's share of the population; the shares add up to 1.</summary>
    public double Share(string group) => _shares[group];

    /// <summary>Takes the sizes; at least one group, no size at or below zero.</summary>
    public static Result<Population> Create(IReadOnlyDictionary<string, double> sizes)
    {
        ArgumentNullException.ThrowIfNull(sizes);
        if (sizes.Count == 0)
        {
            return new InputIssue(
                InputIssueCode.BaseEmpty,
                nameof(sizes),
                "The population has no groups."
            );
        }

        foreach (var (group, size) in sizes)
        {
            if (!double.IsFinite(size) || size <= 0)
            {
                return new InputIssue(
                    InputIssueCode.OutOfRange,
                    $"{nameof(sizes)}[{group}]",
                    "Every group of the population needs a size above zero."
                );
            }
        }

        var total = sizes.Values.Sum();
        return new Population(
            sizes.ToImmutableDictionary(s => s.Key, s => s.Value / total, StringComparer.Ordinal)
        );
    }

    internal bool Has(string group) => _shares.ContainsKey(group);
}
