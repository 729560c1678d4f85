namespace Waymark.Content.Reference;

/// <summary>How many people work in which field in England: the file <c>reference/denominators.json</c>.</summary>
/// <param name="About">What it is and is not.</param>
/// <param name="CompiledOn">The day it was put together.</param>
/// <param name="Sums">Which groups must add up to which.</param>
/// <param name="Groups">The groups.</param>
public sealed record Denominators(
    string About,
    DateOnly CompiledOn,
    IReadOnlyList<DenominatorSum> Sums,
    IReadOnlyList<DenominatorGroup> Groups
)
{
    /// <summary>One value of a group, or null when it was not found.</summary>
    /// <param name="group">The group's id.</param>
    /// <param name="measure">Such as <c>headcount</c>.</param>
    public decimal? Find(string group, string measure) =>
        Groups
            .FirstOrDefault(entry => entry.Id == group)
            ?.Values.FirstOrDefault(value => value.Measure == measure)
            ?.Value;
}

/// <summary>A group of the workforce.</summary>
/// <param name="Id">The name it goes by.</param>
/// <param name="Label">What people read.</param>
/// <param name="Sector">The sector's code, the same as in our surveys.</param>
/// <param name="Date">The day or month it holds for, in ISO form; null when nothing was found.</param>
/// <param name="Status">Published or not found.</param>
/// <param name="Sources">Where; empty exactly when nothing was found.</param>
/// <param name="Values">The numbers; empty exactly when nothing was found.</param>
public sealed record DenominatorGroup(
    string Id,
    string Label,
    string Sector,
    string? Date,
    FigureStatus Status,
    IReadOnlyList<string> Sources,
    IReadOnlyList<DenominatorValue> Values
);

/// <summary>One number of a group.</summary>
/// <param name="Measure">What it counts, such as <c>fte</c>.</param>
/// <param name="Value">The number.</param>
public sealed record DenominatorValue(string Measure, decimal Value);

/// <summary>Groups that add up to another.</summary>
/// <param name="Measure">By which measure.</param>
/// <param name="Whole">The group that is the sum.</param>
/// <param name="Parts">The groups it is the sum of.</param>
public sealed record DenominatorSum(string Measure, string Whole, IReadOnlyList<string> Parts);
