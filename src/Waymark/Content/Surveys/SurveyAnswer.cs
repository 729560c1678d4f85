namespace Waymark.Content.Surveys;

/// <summary>One of the answers that a survey question offers.</summary>
/// <param name="Number">What stands for it in a table of answers: its <c>ordinalValue</c>, or its place from 1 where the options have none. Never negative.</param>
/// <param name="Code">Its code, such as <c>health</c>; <c>true</c> or <c>false</c> for a yes-or-no question.</param>
/// <param name="Label">What the respondent reads.</param>
public sealed record SurveyAnswer(short Number, string Code, string Label);
