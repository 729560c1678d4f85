namespace Waymark.Instruments;

/// <summary>How an <see cref="EnableWhen"/> compares (<c>questionnaire-enable-operator</c>).</summary>
internal enum EnableOperator
{
    Exists,
    Equal,
    NotEqual,
    Greater,
    Less,
    GreaterOrEqual,
    LessOrEqual,
}

/// <summary>One condition on another item's answer.</summary>
/// <param name="Question">The linkId of the item whose answer decides.</param>
/// <param name="Operator">How to compare.</param>
/// <param name="Answer">What to compare with; for <see cref="EnableOperator.Exists"/> a boolean.</param>
/// <param name="Path">Where it stands in the definition, for issues.</param>
internal sealed record EnableWhen(
    string Question,
    EnableOperator Operator,
    AnswerValue Answer,
    string Path
)
{
    /// <summary>The item meant, once the whole definition has been read.</summary>
    internal ItemDefinition? Source { get; set; }
}
