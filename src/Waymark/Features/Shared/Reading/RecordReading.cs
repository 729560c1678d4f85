using Waymark.Content;

namespace Waymark.Features.Shared.Reading;

/// <summary>What the rules make of a record's answers. It judges nothing and adds nothing up.</summary>
/// <param name="Actions">Everything the rules suggest to do: the most urgent first, then in the order of the rules.</param>
/// <param name="DoNot">What not to do, in the order of the rules.</param>
/// <param name="Concerns">What the answers raise, in the order of the rules.</param>
/// <param name="Factors">Every factor of the assessment, or of the safety check before there is one.</param>
/// <param name="Voice">The answers outside every factor: the child's own words, what they want and fear.</param>
/// <param name="CouldNotTell">Rules that could not be worked out, by title: said, never hidden.</param>
public sealed record RecordReading(
    IReadOnlyList<ActionReading> Actions,
    IReadOnlyList<ActionReading> DoNot,
    IReadOnlyList<ConcernReading> Concerns,
    IReadOnlyList<FactorReading> Factors,
    IReadOnlyList<ReadAnswer> Voice,
    IReadOnlyList<string> CouldNotTell
)
{
    /// <summary>What to find out: answered "not known" or "not asked", or not answered.</summary>
    public IEnumerable<FactorReading> Unknown => Factors.Where(f => f.IsUnknown);

    /// <summary>What the practitioner wants to talk over.</summary>
    public IEnumerable<FactorReading> TalkOver => Factors.Where(f => f.TalkOver);
}

/// <summary>An action that a rule suggests, or a thing not to do.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="RulesVersion">The rules and their version, such as "Rules of the safety check 1.0.0".</param>
/// <param name="Title">What to do, in the imperative.</param>
/// <param name="Reason">Why.</param>
/// <param name="Facts">Urgency, who, by when, routes, status.</param>
/// <param name="LawText">What the law says about it on the day, where it depends on a date.</param>
/// <param name="RestsOn">The answers it rests on.</param>
/// <param name="Sources">What it is derived from.</param>
public sealed record ActionReading(
    string RuleId,
    string RulesVersion,
    string Title,
    string Reason,
    RuleFacts Facts,
    string? LawText,
    IReadOnlyList<ReadAnswer> RestsOn,
    IReadOnlyList<Source> Sources
);

/// <summary>A concern that a rule raises.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="RulesVersion">The rules and their version.</param>
/// <param name="Title">The concern, as a sentence.</param>
/// <param name="Reason">Why it matters.</param>
/// <param name="Section">Under which kind of fact it belongs.</param>
/// <param name="Status">How far the rule was confirmed.</param>
/// <param name="LawText">What the law says about it on the day, where it depends on a date.</param>
/// <param name="RestsOn">The answers it rests on.</param>
/// <param name="Sources">What it is derived from.</param>
/// <param name="SpeaksAgainst">Answers that speak against it.</param>
/// <param name="SpeaksAgainstNote">What else to bear in mind, or null.</param>
/// <param name="NotKnown">The questions near it whose answer is not known.</param>
public sealed record ConcernReading(
    string RuleId,
    string RulesVersion,
    string Title,
    string Reason,
    FactorKind Section,
    RuleStatus Status,
    string? LawText,
    IReadOnlyList<ReadAnswer> RestsOn,
    IReadOnlyList<Source> Sources,
    IReadOnlyList<ReadAnswer> SpeaksAgainst,
    string? SpeaksAgainstNote,
    IReadOnlyList<string> NotKnown
);
