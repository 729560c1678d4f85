using Waymark.Instruments;

namespace Waymark.Content;

/// <summary>What the content says about a rule beyond what the engine reads.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Status">How far it was confirmed.</param>
/// <param name="Urgency">How soon; <see langword="null"/> for a concern.</param>
/// <param name="Section">Under which kind of fact a concern is shown; <see langword="null"/> for anything else.</param>
/// <param name="Who">Who does it.</param>
/// <param name="ByWhen">By when, in words.</param>
/// <param name="DoNot">What not to do while doing it.</param>
/// <param name="Say">What to say to the child.</param>
/// <param name="DoNotSay">What not to say to the child.</param>
/// <param name="Routes">Ids of routes.</param>
/// <param name="SpeaksAgainst">LinkIds of factors that speak against a concern when answered yes or suspected.</param>
/// <param name="SpeaksAgainstNote">What else to bear in mind.</param>
/// <param name="LawSwitch">The id of a law switch, when the rule depends on law.</param>
/// <param name="Sources">Ids of the sources it rests on.</param>
public sealed record RuleFacts(
    RuleKind Kind,
    RuleStatus Status,
    Urgency? Urgency,
    FactorKind? Section,
    string? Who,
    string? ByWhen,
    IReadOnlyList<string> DoNot,
    IReadOnlyList<string> Say,
    IReadOnlyList<string> DoNotSay,
    IReadOnlyList<string> Routes,
    IReadOnlyList<string> SpeaksAgainst,
    string? SpeaksAgainstNote,
    string? LawSwitch,
    IReadOnlyList<string> Sources
)
{
    /// <summary>Reads the facts of a rule; <see langword="null"/> when its kind or status is missing or unknown, which the checker refuses.</summary>
    /// <param name="rule">The rule.</param>
    public static RuleFacts? Of(Rule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var kind = Words.FromCode<RuleKind>(rule.ExtensionString(ContentUrls.RuleKind));
        var status = Words.FromCode<RuleStatus>(rule.ExtensionString(ContentUrls.Status));
        return kind is null || status is null
            ? null
            : new(
                kind.Value,
                status.Value,
                Words.FromCode<Urgency>(rule.ExtensionString(ContentUrls.Urgency)),
                Words.FromCode<FactorKind>(rule.ExtensionString(ContentUrls.Section)),
                rule.ExtensionString(ContentUrls.Who),
                rule.ExtensionString(ContentUrls.ByWhen),
                rule.ExtensionStrings(ContentUrls.DoNot),
                rule.ExtensionStrings(ContentUrls.Say),
                rule.ExtensionStrings(ContentUrls.DoNotSay),
                rule.ExtensionStrings(ContentUrls.Route),
                rule.ExtensionStrings(ContentUrls.SpeaksAgainst),
                rule.ExtensionString(ContentUrls.SpeaksAgainstNote),
                rule.ExtensionString(ContentUrls.LawSwitch),
                rule.Documentation.Select(citation => citation.Label).OfType<string>().ToList()
            );
    }
}
