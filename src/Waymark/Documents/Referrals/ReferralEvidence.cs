using Waymark.Documents.Records;

namespace Waymark.Documents.Referrals;

/// <summary>Something that was done.</summary>
/// <param name="What">What was done.</param>
/// <param name="By">Who did it.</param>
/// <param name="At">When.</param>
/// <param name="Reference">The number that the police or another service gave, or null.</param>
public sealed record ActionDone(
    string What,
    PersonInRole By,
    DateTimeOffset At,
    string? Reference = null
);

/// <summary>A step that the rules suggest and nobody has marked as done.</summary>
/// <param name="What">The step.</param>
/// <param name="Who">Who would take it.</param>
/// <param name="ByWhen">By when, in words.</param>
public sealed record ActionToDo(string What, string Who, string ByWhen);

/// <summary>What the child said, word for word.</summary>
/// <param name="Words">The words, unaltered.</param>
/// <param name="SaidTo">To whom.</param>
/// <param name="SaidOn">When, as far as it is known.</param>
/// <param name="Circumstances">How it came to be said (unprompted, in answer to which question), or null.</param>
public sealed record ChildsWords(
    string Words,
    string SaidTo,
    PartialDate? SaidOn,
    string? Circumstances
);

/// <summary>Four things a reader must be able to tell apart.</summary>
public enum StatementKind
{
    /// <summary>Established, or in a record that can be shown.</summary>
    Fact,

    /// <summary>What someone told.</summary>
    Report,

    /// <summary>What a professional saw or heard.</summary>
    Observation,

    /// <summary>What a professional thinks.</summary>
    Opinion,
}

/// <summary>A fact, report, observation or opinion.</summary>
/// <param name="Kind">Which of the four.</param>
/// <param name="Text">What it says.</param>
/// <param name="Source">Who says so, or which record.</param>
/// <param name="Date">When it happened or was said, as far as it is known.</param>
public sealed record Statement(StatementKind Kind, string Text, string Source, PartialDate? Date);
