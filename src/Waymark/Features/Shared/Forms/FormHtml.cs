using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Waymark.Components.Govuk;

namespace Waymark.Features.Shared.Forms;

/// <summary>The pieces that every form of Waymark writes the same way.</summary>
public static class FormHtml
{
    /// <summary>The error message component for a message, or null when there is none.</summary>
    public static ErrorMessageOptions? Error(this IHtmlHelper html, string? message)
    {
        ArgumentNullException.ThrowIfNull(html);
        return message is null ? null : new() { Text = message };
    }

    /// <summary>The three fields of a day; binds to a <see cref="DayInput"/> named <paramref name="name"/>.</summary>
    public static Task<IHtmlContent> DayAsync(
        this IHtmlHelper html,
        string name,
        DayInput day,
        string legend,
        string hint,
        string? error
    ) =>
        html.GovukAsync(
            new DateInputOptions
            {
                Id = name + "-day",
                Fieldset = new() { Legend = new() { Text = legend } },
                Hint = new() { Text = hint },
                ErrorMessage = html.Error(error),
                Items =
                [
                    Part(
                        name,
                        nameof(DayInput.DayOfMonth),
                        "Day",
                        day.DayOfMonth,
                        2,
                        error is not null
                    ),
                    Part(name, nameof(DayInput.Month), "Month", day.Month, 2, error is not null),
                    Part(name, nameof(DayInput.Year), "Year", day.Year, 4, error is not null),
                ],
            }
        );

    private static DateInputItem Part(
        string name,
        string part,
        string label,
        string? value,
        int width,
        bool wrong
    ) =>
        new()
        {
            // The error summary links to the first field by the day's own name.
            Id = part == nameof(DayInput.DayOfMonth) ? name : $"{name}.{part}",
            Name = $"{name}.{part}",
            Label = label,
            Value = value,
            Classes = $"govuk-input--width-{width}" + (wrong ? " govuk-input--error" : ""),
        };
}
