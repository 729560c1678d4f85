using Waymark.Documents.Records;

namespace Waymark.Documents.Decisions;

/// <summary>What was decided other than to refer.</summary>
public enum DecisionKind
{
    /// <summary>Not to refer, for now.</summary>
    DoNotRefer,

    /// <summary>To ask someone for a consultation first.</summary>
    AskForConsultation,
}

/// <summary>A decision not to refer, or to ask for a consultation: a record like any other, with reasons and a day to look again.</summary>
public sealed record DecisionRecord
{
    /// <summary>What was decided.</summary>
    public required DecisionKind Kind { get; init; }

    /// <summary>The agency's own reference for the child. Never a name.</summary>
    public required string Reference { get; init; }

    /// <summary>When the document was made.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>Who decided.</summary>
    public required PersonInRole DecidedBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset DecidedAt { get; init; }

    /// <summary>The reasons, in the decider's words.</summary>
    public required string Reasons { get; init; }

    /// <summary>Who was asked, and what they said; for a consultation also what they are asked.</summary>
    public required IReadOnlyList<PersonAsked> Asked { get; init; }

    /// <summary>The day on which someone looks again.</summary>
    public required DateOnly LookAgainOn { get; init; }

    /// <summary>Who looks again.</summary>
    public required PersonInRole LooksAgain { get; init; }

    /// <summary>What is done for the child in the meantime.</summary>
    public required IReadOnlyList<string> Meanwhile { get; init; }

    /// <summary>The concerns that were weighed.</summary>
    public required IReadOnlyList<RecordedConcern> Concerns { get; init; }

    /// <summary>What is not known.</summary>
    public required IReadOnlyList<NotKnown> NotKnown { get; init; }

    /// <summary>The formulation, or null where none was written.</summary>
    public required RecordedFormulation? Formulation { get; init; }

    /// <summary>The level of concern, or null where none was chosen.</summary>
    public required RecordedLevelOfConcern? LevelOfConcern { get; init; }

    /// <summary>A second person's view, or null where none is recorded.</summary>
    public required SecondView? SecondView { get; init; }

    /// <summary>The questions and rules it rests on, each with its version.</summary>
    public required IReadOnlyList<string> MadeFrom { get; init; }
}

/// <summary>Someone who was asked before the decision, or is asked now.</summary>
/// <param name="Who">Who.</param>
/// <param name="Question">What they were or are asked.</param>
/// <param name="At">When they were asked.</param>
/// <param name="Answer">What they said, or null where they have not answered yet.</param>
public sealed record PersonAsked(
    PersonInRole Who,
    string Question,
    DateTimeOffset At,
    string? Answer
);
