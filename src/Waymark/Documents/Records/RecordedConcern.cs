namespace Waymark.Documents.Records;

/// <summary>The four kinds of fact. They are shown apart and never added up.</summary>
public enum FactorKind
{
    /// <summary>A sign that harm has happened or is happening.</summary>
    HarmSign,

    /// <summary>A risk that comes from a person.</summary>
    Risk,

    /// <summary>What makes the child more vulnerable.</summary>
    Vulnerability,

    /// <summary>What protects this child.</summary>
    Protection,
}

/// <summary>A concern as it stood when the document was made, with everything it rests on and everything that speaks against it.</summary>
public sealed record RecordedConcern
{
    /// <summary>Which of the four kinds it is.</summary>
    public required FactorKind Kind { get; init; }

    /// <summary>The concern in a sentence.</summary>
    public required string Sentence { get; init; }

    /// <summary>Why the rule holds it to be one.</summary>
    public required string Reason { get; init; }

    /// <summary>The answers it rests on.</summary>
    public required IReadOnlyList<RecordedAnswer> RestsOn { get; init; }

    /// <summary>The guidance the rule comes from: title, publisher and date of each.</summary>
    public required IReadOnlyList<string> Guidance { get; init; }

    /// <summary>What speaks against it; empty where nothing was recorded.</summary>
    public required IReadOnlyList<string> SpeaksAgainst { get; init; }

    /// <summary>What is not known and bears on it.</summary>
    public required IReadOnlyList<string> NotKnown { get; init; }

    /// <summary>How far the rule has been confirmed.</summary>
    public required GuidanceStatus Status { get; init; }
}

/// <summary>An answer with where it came from.</summary>
/// <param name="Question">The question as it was put.</param>
/// <param name="Answer">The answer as it was given: "Yes", "Suspected", with what was written beside it.</param>
/// <param name="Source">Who says so: the child, a carer, a professional, a record, the police; null where nobody wrote it down.</param>
/// <param name="Date">When it happened or was said, as far as it is known.</param>
public sealed record RecordedAnswer(
    string Question,
    string Answer,
    string? Source,
    PartialDate? Date
);

/// <summary>Something that is not known.</summary>
/// <param name="Question">What is not known.</param>
/// <param name="WhoMayKnow">Who could say, or null.</param>
public sealed record NotKnown(string Question, string? WhoMayKnow = null);
