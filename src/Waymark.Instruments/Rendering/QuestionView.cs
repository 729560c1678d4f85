namespace Waymark.Instruments;

/// <summary>What a page needs to show one item of an open form.</summary>
public sealed record QuestionView
{
    /// <summary>Which occurrence it is.</summary>
    public required ItemPath Path { get; init; }

    /// <summary>The item as it was defined.</summary>
    public required ItemDefinition Item { get; init; }

    /// <summary>The text to show: calculated where the instrument says so, in the form's language where there is a translation.</summary>
    public required string Text { get; init; }

    /// <summary>Help on how to answer: the texts of display items within it that are marked as help, then its entry format.</summary>
    public required IReadOnlyList<string> Help { get; init; }

    /// <summary>The options to offer now, in the form's language.</summary>
    public required IReadOnlyList<AnswerOption> Options { get; init; }

    /// <summary>The present answers.</summary>
    public required IReadOnlyList<AnswerValue> Answers { get; init; }

    /// <summary>Whether it applies at the moment.</summary>
    public required bool IsEnabled { get; init; }

    /// <summary>Whether an answer is needed.</summary>
    public required bool IsRequired { get; init; }

    /// <summary>Whether a person may not answer it.</summary>
    public required bool IsReadOnly { get; init; }

    /// <summary>Whether the present value was calculated rather than entered.</summary>
    public required bool IsCalculatedNow { get; init; }

    /// <summary>The occurrences it holds, in order, without help; of a question, those within its first answer.</summary>
    public required IReadOnlyList<ItemPath> Children { get; init; }
}
