namespace Waymark.Documents.Records;

/// <summary>The practitioner's own account of what is going on, in her words.</summary>
public sealed record RecordedFormulation
{
    /// <summary>What is happening, to whom, through which means.</summary>
    public required string WhatIsHappening { get; init; }

    /// <summary>What keeps it going.</summary>
    public required string WhatKeepsItGoing { get; init; }

    /// <summary>What protects the child.</summary>
    public required string WhatProtects { get; init; }

    /// <summary>What would change our mind.</summary>
    public required string WhatWouldChangeOurMind { get; init; }

    /// <summary>Who wrote it.</summary>
    public required PersonInRole WrittenBy { get; init; }

    /// <summary>When it was last written.</summary>
    public required DateTimeOffset WrittenAt { get; init; }

    /// <summary>When an answer it rests on was changed after it was written, or null. The formulation is never changed for her.</summary>
    public DateTimeOffset? AnswersChangedAt { get; init; }
}

/// <summary>How worried a person is: chosen by her, in words, never computed.</summary>
public sealed record RecordedLevelOfConcern
{
    /// <summary>The level in the words she chose from.</summary>
    public required string Level { get; init; }

    /// <summary>Her reasons.</summary>
    public required string Reasons { get; init; }

    /// <summary>How sure she is, in words.</summary>
    public required string Sureness { get; init; }

    /// <summary>Who chose it.</summary>
    public required PersonInRole ChosenBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset ChosenAt { get; init; }
}

/// <summary>A second person's view, kept also where the two disagree.</summary>
public sealed record SecondView
{
    /// <summary>Whose view it is.</summary>
    public required PersonInRole By { get; init; }

    /// <summary>When it was given.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The view in that person's words.</summary>
    public required string View { get; init; }

    /// <summary>Where the two disagree, or null where they do not.</summary>
    public string? Disagreement { get; init; }
}
