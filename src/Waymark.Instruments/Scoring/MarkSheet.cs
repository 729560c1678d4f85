namespace Waymark.Instruments;

/// <summary>A marked form.</summary>
/// <param name="Answers">Every question that has a right answer, in the instrument's order.</param>
public sealed record MarkSheet(IReadOnlyList<MarkedAnswer> Answers)
{
    /// <summary>The marks earned.</summary>
    public decimal Awarded => Answers.Sum(answer => answer.Awarded);

    /// <summary>The marks that all right answers to the questions that were asked would have earned.</summary>
    public decimal Possible =>
        Answers
            .Where(answer => answer.Verdict != MarkVerdict.NotAsked)
            .Sum(answer => answer.Keyed.Worth);
}

/// <summary>One marked question.</summary>
/// <param name="Keyed">The question, its right answers and their worth.</param>
/// <param name="Verdict">How it was answered.</param>
/// <param name="Awarded">The marks earned, from 0 to its worth.</param>
/// <param name="Given">What was answered.</param>
public sealed record MarkedAnswer(
    KeyedItem Keyed,
    MarkVerdict Verdict,
    decimal Awarded,
    IReadOnlyList<AnswerValue> Given
);

/// <summary>How a question was answered.</summary>
public enum MarkVerdict
{
    /// <summary>As the key says.</summary>
    Right,

    /// <summary>Some of what the key says, where that earns something.</summary>
    PartlyRight,

    /// <summary>Otherwise.</summary>
    Wrong,

    /// <summary>Not at all, though it was asked.</summary>
    NotAnswered,

    /// <summary>The question was disabled: it counts neither as earned nor as possible.</summary>
    NotAsked,
}
