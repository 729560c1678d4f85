using Waymark.Content.Surveys;

namespace Waymark.Features.Surveys.Codebook;

/// <summary>What is written in a variable's cells.</summary>
public enum CodebookFormat
{
    /// <summary>A whole number.</summary>
    WholeNumber,

    /// <summary>A number with decimals; empty where there is none.</summary>
    Fraction,

    /// <summary>A day in ISO form; empty where there is none.</summary>
    Day,
}

/// <summary>One variable of an export, as a researcher needs to know it.</summary>
/// <param name="Name">Its name in every file.</param>
/// <param name="Label">A few words; for a flag the question and the answer it stands for.</param>
/// <param name="Wording">The exact words of the question; for what the application adds, what it is.</param>
/// <param name="Format">What is written in its cells.</param>
/// <param name="Measure">What its numbers may be used for.</param>
/// <param name="Values">Its numbers and what they mean; empty where numbers speak for themselves.</param>
/// <param name="Missing">The numbers that stand for no answer, with the reason.</param>
public sealed record CodebookVariable(
    string Name,
    string Label,
    string Wording,
    CodebookFormat Format,
    SurveyMeasure Measure,
    IReadOnlyList<ColumnValue> Values,
    IReadOnlyList<ColumnValue> Missing
)
{
    /// <summary>Which way its numbers point.</summary>
    public SurveyDirection Direction { get; init; }

    /// <summary>What it asks about.</summary>
    public string? Topic { get; init; }

    /// <summary>The domain of practice.</summary>
    public string? Domain { get; init; }

    /// <summary>How hard the task is, from 1 to 3.</summary>
    public int? Level { get; init; }

    /// <summary>What must be said beside every figure of it.</summary>
    public string? Caveat { get; init; }

    /// <summary>The instruments that ask it, each with its version, such as <c>workforce-bridge-2014 1.0.0</c>.</summary>
    public IReadOnlyList<string> AskedIn { get; init; } = [];

    /// <summary>The span of a scale, such as "0 to 100"; null where there is none.</summary>
    public string? Scale =>
        Measure == SurveyMeasure.Scale && Values.Count > 0
            ? $"{Values.Min(value => value.Code)} to {Values.Max(value => value.Code)}"
            : null;

    /// <summary>The variable of a column.</summary>
    internal static CodebookVariable Of(SurveyColumn column, string name) =>
        new(
            name,
            column.FlagLabel is null ? column.Wording : $"{column.Wording} {column.FlagLabel}",
            column.Wording,
            CodebookFormat.WholeNumber,
            column.Kind == SurveyColumnKind.Flag ? SurveyMeasure.Nominal : column.Question.Measure,
            column.Values,
            AnswerCoding.Missing
        )
        {
            Direction = column.Question.Direction,
            Topic = column.Question.Topic,
            Domain = column.Question.Domain,
            Level = column.Question.Level,
            Caveat = column.Question.Caveat,
        };
}
