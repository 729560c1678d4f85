using Waymark.Content.Surveys;

namespace Waymark.Features.Surveys.Codebook;

/// <summary>What stands in a <see cref="SurveyColumn"/>.</summary>
public enum SurveyColumnKind
{
    /// <summary>One of several answers, as its number.</summary>
    Choice,

    /// <summary>A number whose distances count, such as 0 to 100.</summary>
    Scale,

    /// <summary>Whether one answer of a question that takes several was chosen: 1 or 0.</summary>
    Flag,
}

/// <summary>One column of a table of answers: a question, or one answer of a question that takes several.</summary>
/// <param name="Name">Its name: the linkId, for a flag followed by the answer's code; letters, digits and underscores, at most 64 bytes.</param>
/// <param name="LinkId">The question.</param>
/// <param name="Kind">What stands in it.</param>
/// <param name="Values">The numbers and what they mean, in the order offered; empty where a whole number is typed. Never a missing code: see <see cref="AnswerCoding"/>.</param>
/// <param name="Question">The question with what is known of it.</param>
public sealed record SurveyColumn(
    string Name,
    string LinkId,
    SurveyColumnKind Kind,
    IReadOnlyList<ColumnValue> Values,
    SurveyQuestion Question
)
{
    /// <summary>For a flag the words of the answer it stands for.</summary>
    public string? FlagLabel { get; init; }

    /// <summary>The exact words of the question.</summary>
    public string Wording => Question.Item.Text;
}

/// <summary>A number in a column and what it means.</summary>
/// <param name="Code">The number.</param>
/// <param name="Label">The words that the respondent read.</param>
public sealed record ColumnValue(short Code, string Label);
