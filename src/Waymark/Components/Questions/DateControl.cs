using Waymark.Components.Govuk;

namespace Waymark.Components.Questions;

/// <summary>Dates as day, month and year, of which a person may know only the year.</summary>
internal static class DateControl
{
    internal static DateInputOptions Of(AskedQuestion question, bool withTime) =>
        new()
        {
            Id = question.Id,
            Fieldset = question.Label.Fieldset,
            Hint =
                question.Hint
                ?? new()
                {
                    Text = withTime
                        ? "For example, 27 3 2026 and 14:30. If you know only the month or the year, leave the rest empty."
                        : "For example, 27 3 2026. If you know only the month or the year, leave the rest empty.",
                },
            ErrorMessage = question.Error,
            Items =
            [
                Part(question, "day"),
                Part(question, "month"),
                Part(question, "year"),
                withTime ? Part(question, "time") : null,
            ],
        };

    private static DateInputItem Part(AskedQuestion question, string part) =>
        new()
        {
            Id = $"{question.Id}-{part}",
            Name = QuestionFields.Name(question.Path, part),
            Label = part switch
            {
                "day" => "Day",
                "month" => "Month",
                "year" => "Year",
                _ => "Time",
            },
            Classes = part switch
            {
                "year" => "govuk-input--width-4",
                "time" => "govuk-input--width-10",
                _ => "govuk-input--width-2",
            },
            Inputmode = part == "time" ? "text" : null,
            Value = question.Answers.First(part),
        };
}
