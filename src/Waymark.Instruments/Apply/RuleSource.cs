namespace Waymark.Instruments;

/// <summary>A rule as it stands in a PlanDefinition, not yet bound to an instrument.</summary>
internal sealed record RuleSource(
    string Id,
    string Title,
    string? Description,
    string? Prefix,
    RulePriority? Priority,
    IReadOnlyList<string> Groups,
    IReadOnlyList<CodingAnswer> Codes,
    IReadOnlyList<Citation> Documentation,
    IReadOnlyList<ExpressionSource> Conditions,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Extensions,
    string Path
);

/// <summary>A PlanDefinition as it was read.</summary>
internal sealed record PlanSource(
    string? Url,
    string? Version,
    string? Title,
    IReadOnlyList<RuleSource> Rules
);
