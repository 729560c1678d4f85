namespace Waymark.Instruments;

/// <summary>
/// One rule of a <see cref="RuleSet"/>: an action of a <c>PlanDefinition</c> that has no actions within it, with the conditions of the
/// actions around it and its own. What following it means is the application's; the engine only says when it applies.
/// </summary>
public sealed class Rule
{
    internal Rule(
        RuleSource source,
        IReadOnlyList<RuleCondition> conditions,
        IReadOnlyList<ItemDefinition> reads
    )
    {
        Id = source.Id;
        Title = source.Title;
        Description = source.Description;
        Prefix = source.Prefix;
        Priority = source.Priority;
        Groups = source.Groups;
        Codes = source.Codes;
        Documentation = source.Documentation;
        Condition = string.Join(
            " and ",
            source.Conditions.Select(c => Parenthesised(c.Text, source))
        );
        Conditions = conditions;
        Reads = reads;
        Extensions = source.Extensions;
    }

    /// <summary>The rule's name, unique in its rule set (<c>action.id</c>).</summary>
    public string Id { get; }

    /// <summary>What people read first: the action in the imperative, or the concern as a sentence.</summary>
    public string Title { get; }

    /// <summary>The reason behind it; <see langword="null"/> when the author gave none.</summary>
    public string? Description { get; }

    /// <summary>Printed before the title, such as <c>1.</c></summary>
    public string? Prefix { get; }

    /// <summary>How soon, when the author said.</summary>
    public RulePriority? Priority { get; }

    /// <summary>The titles of the actions it stands within, from the outside in; groups without a title are left out.</summary>
    public IReadOnlyList<string> Groups { get; }

    /// <summary>What the action is about, in terms of code systems.</summary>
    public IReadOnlyList<CodingAnswer> Codes { get; }

    /// <summary>What it rests on in the world: guidance, law, research.</summary>
    public IReadOnlyList<Citation> Documentation { get; }

    /// <summary>When it applies, in FHIRPath: the conditions around it and its own, joined with <c>and</c>.</summary>
    public string Condition { get; }

    /// <summary>The items whose answers the condition reads, in the instrument's order.</summary>
    public IReadOnlyList<ItemDefinition> Reads { get; }

    /// <summary>The value of a simple extension as text, or <see langword="null"/> when the rule has none with this URL.</summary>
    /// <param name="url">The extension's URL; the application reads its own extensions this way.</param>
    public string? ExtensionString(string url) =>
        ExtensionStrings(url) is [var first, ..] ? first : null;

    /// <summary>The values of all simple extensions with this URL as text, in order.</summary>
    /// <param name="url">The extension's URL.</param>
    public IReadOnlyList<string> ExtensionStrings(string url) =>
        Extensions.GetValueOrDefault(url) ?? [];

    /// <inheritdoc/>
    public override string ToString() => $"{Id}: {Title}";

    internal IReadOnlyList<RuleCondition> Conditions { get; }

    private IReadOnlyDictionary<string, IReadOnlyList<string>> Extensions { get; }

    private static string Parenthesised(string condition, RuleSource source) =>
        source.Conditions.Count == 1 ? condition : $"({condition})";
}

/// <summary>How soon a rule's action should be taken (<c>request-priority</c>).</summary>
public enum RulePriority
{
    /// <summary>In the usual time.</summary>
    Routine,

    /// <summary>Sooner than usual.</summary>
    Urgent,

    /// <summary>As soon as possible.</summary>
    Asap,

    /// <summary>At once.</summary>
    Stat,
}

/// <summary>One source that a rule rests on (<c>RelatedArtifact</c>).</summary>
/// <param name="Kind">How it relates to the rule: <c>citation</c>, <c>documentation</c>, <c>justification</c>, <c>derived-from</c>, …</param>
/// <param name="Label">A short name for it, such as a source's id.</param>
/// <param name="Display">Its title.</param>
/// <param name="Text">The full bibliographic citation, in Markdown.</param>
/// <param name="Url">Where it can be read.</param>
/// <param name="Resource">The canonical of a FHIR resource, when it is one.</param>
public sealed record Citation(
    string Kind,
    string? Label,
    string? Display,
    string? Text,
    string? Url,
    string? Resource
);
