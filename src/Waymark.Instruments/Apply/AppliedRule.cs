namespace Waymark.Instruments;

/// <summary>What a rule says about one form, and what that rests on.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Outcome">Whether it applies.</param>
/// <param name="RestsOn">The enabled answers its condition reads, in the instrument's order.</param>
public sealed record AppliedRule(
    Rule Rule,
    RuleOutcome Outcome,
    IReadOnlyList<AnswerReference> RestsOn
)
{
    /// <summary>The enabled items its condition reads that nobody has answered: what is not known, in the instrument's order.</summary>
    public IReadOnlyList<ItemPath> Unanswered { get; init; } = [];

    /// <summary>Why it could not tell; <see langword="null"/> for any other outcome.</summary>
    public InstrumentIssue? Issue { get; init; }
}

/// <summary>Whether a rule applies to a form.</summary>
public enum RuleOutcome
{
    /// <summary>Every condition is true.</summary>
    Applies,

    /// <summary>A condition is false, or has no value because what it reads was not answered.</summary>
    DoesNotApply,

    /// <summary>
    /// A condition failed, took more than its budget or gave something other than yes or no, and none of the others is false.
    /// Never the same as "does not apply": the application must show it.
    /// </summary>
    CouldNotTell,
}

/// <summary>An answered item of a form.</summary>
/// <param name="Path">Which item, in which occurrence.</param>
/// <param name="Values">What was answered; never empty.</param>
public sealed record AnswerReference(ItemPath Path, IReadOnlyList<AnswerValue> Values);
