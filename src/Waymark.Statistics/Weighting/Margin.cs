using System.Collections.Immutable;

namespace Waymark.Statistics;

/// <summary>
/// One thing that is known of everybody who answered and of the population: each respondent's group, and the
/// population's division into the same groups.
/// </summary>
public sealed class Margin
{
    private Margin(
        string name,
        Population population,
        ImmutableArray<string> groups,
        ImmutableArray<int> of
    ) => (Name, Population, Groups, Of) = (name, population, groups, of);

    /// <summary>What it is, such as <c>sector</c>.</summary>
    public string Name { get; }

    /// <summary>The population's division.</summary>
    public Population Population { get; }

    /// <summary>How many people answered.</summary>
    public int Count => Of.Length;

    internal ImmutableArray<string> Groups { get; }

    /// <summary>Each respondent's place in <see cref="Groups"/>.</summary>
    internal ImmutableArray<int> Of { get; }

    /// <summary>
    /// Takes the groups of the respondents in their order. A respondent in a group the population does not have is bad
    /// input, and so is a group of the population in which nobody answered: nobody can stand for it.
    /// </summary>
    public static Result<Margin> Create(
        string name,
        IReadOnlyList<string> respondents,
        Population population
    )
    {
        ArgumentNullException.ThrowIfNull(respondents);
        ArgumentNullException.ThrowIfNull(population);
        if (respondents.Count == 0)
        {
            return new InputIssue(
                InputIssueCode.BaseEmpty,
                nameof(respondents),
                "Nobody answered."
            );
        }

        var groups = population.Groups.ToImmutableArray();
        var places = groups
            .Select((group, place) => (group, place))
            .ToDictionary(g => g.group, g => g.place, StringComparer.Ordinal);
        var of = new int[respondents.Count];
        for (var i = 0; i < of.Length; i++)
        {
            if (!places.TryGetValue(respondents[i], out of[i]))
            {
                return new InputIssue(
                    InputIssueCode.Undeclared,
                    $"{nameof(respondents)}[{i}]",
                    $"“{respondents[i]}” is not a group of the population ({name})."
                );
            }
        }

        var empty = groups.Where((_, place) => !of.Contains(place)).FirstOrDefault();
        return empty is null
            ? new Margin(name, population, groups, [.. of])
            : new InputIssue(
                InputIssueCode.GroupEmpty,
                empty,
                $"Nobody of “{empty}” answered ({name}): join it with another group, or leave it out of the population."
            );
    }
}
