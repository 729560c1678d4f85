using Waymark.Content;

namespace Waymark.Tests.Content;

/// <summary>One way to break the small content, and the issue that must come of it.</summary>
/// <param name="Name">What is broken.</param>
/// <param name="Code">The code of the issue.</param>
/// <param name="File">Its file.</param>
/// <param name="Item">Its item.</param>
/// <param name="Rule">Its rule.</param>
/// <param name="Break">Breaks it.</param>
internal sealed record Breakage(
    string Name,
    string Code,
    string File,
    string? Item,
    string? Rule,
    Func<ContentSnapshot, ContentSnapshot> Break
)
{
    /// <summary>All of them.</summary>
    internal static IReadOnlyList<Breakage> All { get; } =
    [
        .. BrokenReferences.All,
        .. BrokenInstruments.All,
        .. BrokenRules.All,
        .. BrokenCases.All,
        .. BrokenSurveys.All,
    ];
}
