using Waymark.Documents.Chronologies;
using Waymark.Documents.Records;

namespace Waymark.Documents.Referrals;

/// <summary>
/// A referral to children's social care or the police, as the record stood when it was made. The page fills it; what nobody recorded is
/// an empty list or null, and the document says so in words.
/// </summary>
public sealed record Referral
{
    /// <summary>The agency's own reference for the child. Never a name.</summary>
    public required string Reference { get; init; }

    /// <summary>When the referral was made.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>Who refers.</summary>
    public required Referrer From { get; init; }

    /// <summary>Who is asked.</summary>
    public required ReferralRecipient To { get; init; }

    /// <summary>The child, without a name.</summary>
    public required ReferredChild Child { get; init; }

    /// <summary>Why the referral is made, in the referrer's words.</summary>
    public required string Reasons { get; init; }

    /// <summary>What the recipient is asked to do.</summary>
    public required IReadOnlyList<string> Requests { get; init; }

    /// <summary>Whether the child is in danger now.</summary>
    public required ImmediateDanger Danger { get; init; }

    /// <summary>Who may be contacted, and who must not.</summary>
    public required SafeContact SafeContact { get; init; }

    /// <summary>What has been done already.</summary>
    public required IReadOnlyList<ActionDone> ActionsDone { get; init; }

    /// <summary>Steps that the rules suggest and nobody has marked as done.</summary>
    public required IReadOnlyList<ActionToDo> ActionsToDo { get; init; }

    /// <summary>The child's own words, verbatim.</summary>
    public required IReadOnlyList<ChildsWords> ChildsWords { get; init; }

    /// <summary>What the child wants to happen, or null where that was not recorded.</summary>
    public required string? ChildWants { get; init; }

    /// <summary>What the child is afraid of, or null where that was not recorded.</summary>
    public required string? ChildFears { get; init; }

    /// <summary>Facts, reports, observations and opinions, each with its source.</summary>
    public required IReadOnlyList<Statement> Statements { get; init; }

    /// <summary>The concerns.</summary>
    public required IReadOnlyList<RecordedConcern> Concerns { get; init; }

    /// <summary>What is not known.</summary>
    public required IReadOnlyList<NotKnown> NotKnown { get; init; }

    /// <summary>The practitioner's formulation, or null where none was written.</summary>
    public required RecordedFormulation? Formulation { get; init; }

    /// <summary>The level of concern a person chose, or null where none was.</summary>
    public required RecordedLevelOfConcern? LevelOfConcern { get; init; }

    /// <summary>A second person's view, or null where none is recorded.</summary>
    public required SecondView? SecondView { get; init; }

    /// <summary>Why this may be shared.</summary>
    public required SharingBasis Sharing { get; init; }

    /// <summary>The chronology of the record, in any order.</summary>
    public required IReadOnlyList<ChronologyEntry> Chronology { get; init; }

    /// <summary>The questions and rules it rests on, each with its version: "Online harm assessment, version 1.0.0".</summary>
    public required IReadOnlyList<string> MadeFrom { get; init; }
}
