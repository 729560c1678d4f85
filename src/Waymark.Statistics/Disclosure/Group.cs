using System.Collections.Immutable;

namespace Waymark.Statistics.Disclosure;

/// <summary>The people of one row of a table: those who pass its filters and have the values of its labels.</summary>
internal sealed record Group(ImmutableArray<Filter> Conditions)
{
    public bool Holds(JointCounts counts, JointRow row) =>
        Conditions.All(c => c.Values.Contains(counts.Value(row, c.Variable)));

    /// <summary>Everybody a table looks at.</summary>
    public static Group Everybody(TableRequest request) => new(request.Filters);

    /// <summary>One row of it.</summary>
    public static Group Row(TableRequest request, IReadOnlyList<string> labels) =>
        new([
            .. request.Filters,
            .. request.By.Select((variable, i) => new Filter(variable, [labels[i]])),
        ]);
}
