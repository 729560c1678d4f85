using System.Globalization;
using Waymark.Instruments;

namespace Waymark.Features.Shared.Reading;

/// <summary>Answers as people read them.</summary>
public static class AnswerWords
{
    private static readonly CultureInfo s_culture = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>The answers to one question, separated by semicolons; "Not answered" when there are none.</summary>
    public static string Of(ItemDefinition question, IReadOnlyList<AnswerValue> answers) =>
        answers.Count == 0
            ? "Not answered"
            : string.Join("; ", answers.Select(a => Of(question, a)));

    private static string Of(ItemDefinition question, AnswerValue answer) =>
        answer switch
        {
            CodingAnswer coding => question
                .Options.FirstOrDefault(o => o.Value.Equals(coding))
                ?.Text
                ?? coding.Display
                ?? coding.Code,
            DateAnswer { Value: var date } => date.ToDateOnly() is { } day
                ? UkTime.Date(day)
                : date.ToString(),
            _ => AnswerText.Format(answer, s_culture),
        };
}
