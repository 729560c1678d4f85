using System.Globalization;
using Waymark.Components.Govuk;
using Waymark.Content;
using Waymark.Instruments;

namespace Waymark.Features.Shared.Answers;

/// <summary>From a question and its answers to the GOV.UK component that asks it.</summary>
public static class QuestionControl
{
    private static readonly CultureInfo s_culture = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>The component that asks a question; its fields are named as <see cref="PostedPage"/> reads them.</summary>
    /// <param name="view">The page with its answers, and what was typed and refused.</param>
    /// <param name="question">The question.</param>
    /// <param name="asHeading">Whether the question is the page's only one, and so its heading.</param>
    /// <param name="hint">Words under the question, or null.</param>
    public static ComponentOptions Of(
        PageView view,
        ItemDefinition question,
        bool asHeading,
        string? hint
    )
    {
        var error = view.Errors.FirstOrDefault(e => e.Field == question.LinkId) is { } wrong
            ? new ErrorMessageOptions { Text = wrong.Message }
            : null;
        var said =
            hint
            ?? (question.ExtensionString(ContentUrls.Verbatim) == "true" ? "Word for word." : null);
        var hintOptions = said is null ? null : new HintOptions { Text = said };
        return question.Type switch
        {
            ItemType.Choice when question.Repeats => Checkboxes(
                view,
                question,
                asHeading,
                hintOptions,
                error
            ),
            ItemType.Choice => Radios(view, question, asHeading, hintOptions, error),
            ItemType.Boolean => Tick(view, question, error),
            ItemType.Date => Date(view, question, asHeading, hintOptions, error),
            ItemType.Text => new TextareaOptions
            {
                Id = question.LinkId,
                Name = question.LinkId,
                Rows = 3,
                Label = Label(question, asHeading),
                Hint = hintOptions,
                ErrorMessage = error,
                Value = Field(view, question, "value"),
            },
            ItemType.Integer or ItemType.Decimal or ItemType.Quantity => new InputOptions
            {
                Id = question.LinkId,
                Name = question.LinkId,
                Label = Label(question, asHeading),
                Hint = hintOptions,
                ErrorMessage = error,
                Inputmode = question.Type == ItemType.Integer ? "numeric" : "decimal",
                Classes = "govuk-input--width-5",
                Suffix = question.Unit is { } unit
                    ? new() { Text = unit.Display ?? unit.Code }
                    : null,
                Value = Field(view, question, "value"),
            },
            ItemType.String
            or ItemType.Url
            or ItemType.Time
            or ItemType.DateTime
            or ItemType.OpenChoice
            or ItemType.Reference => new InputOptions
            {
                Id = question.LinkId,
                Name = question.LinkId,
                Label = Label(question, asHeading),
                Hint = hintOptions,
                ErrorMessage = error,
                Value = Field(view, question, "value"),
            },
            ItemType.Group or ItemType.Display or ItemType.Attachment =>
                throw new ArgumentException(
                    $"{question.LinkId} is no question that a page of Waymark can ask.",
                    nameof(question)
                ),
        };
    }

    private static RadiosOptions Radios(
        PageView view,
        ItemDefinition question,
        bool asHeading,
        HintOptions? hint,
        ErrorMessageOptions? error
    ) =>
        new()
        {
            Name = question.LinkId,
            IdPrefix = question.LinkId,
            Fieldset = Fieldset(question, asHeading),
            Hint = hint,
            ErrorMessage = error,
            Value = Field(view, question, "value"),
            Items =
            [
                .. question.Options.Select(option => new RadiosItem
                {
                    Value = Code(option.Value),
                    Text = option.Text,
                }),
            ],
        };

    private static CheckboxesOptions Checkboxes(
        PageView view,
        ItemDefinition question,
        bool asHeading,
        HintOptions? hint,
        ErrorMessageOptions? error
    ) =>
        new()
        {
            Name = question.LinkId,
            IdPrefix = question.LinkId,
            Classes = "govuk-checkboxes--small",
            Fieldset = Fieldset(question, asHeading),
            Hint = hint ?? new() { Text = "Select all that apply." },
            ErrorMessage = error,
            Values = Fields(view, question, "value"),
            Items =
            [
                .. question.Options.Select(option => new CheckboxesItem
                {
                    Value = Code(option.Value),
                    Text = option.Text,
                    Behaviour = option.Exclusive ? "exclusive" : null,
                }),
            ],
        };

    private static CheckboxesOptions Tick(
        PageView view,
        ItemDefinition question,
        ErrorMessageOptions? error
    ) =>
        new()
        {
            Name = question.LinkId,
            IdPrefix = question.LinkId,
            Classes = "govuk-checkboxes--small",
            ErrorMessage = error,
            Values = Fields(view, question, "value"),
            Items = [new CheckboxesItem { Value = "true", Text = question.Text }],
        };

    private static DateInputOptions Date(
        PageView view,
        ItemDefinition question,
        bool asHeading,
        HintOptions? hint,
        ErrorMessageOptions? error
    )
    {
        return new()
        {
            Id = question.LinkId + "-date",
            Fieldset = Fieldset(question, asHeading),
            Hint =
                hint
                ?? new() { Text = "If you only know the month or the year, leave the rest empty." },
            ErrorMessage = error,
            Items = [Part("day", "Day", 2), Part("month", "Month", 2), Part("year", "Year", 4)],
        };

        DateInputItem Part(string part, string label, int width) =>
            new()
            {
                // The error summary links to the first field by the question's own name.
                Id = part == "day" ? question.LinkId : $"{question.LinkId}-{part}",
                Name = $"{question.LinkId}-{part}",
                Label = label,
                Value = Field(view, question, part),
                Inputmode = "numeric",
                Classes =
                    $"govuk-input--width-{width}" + (error is null ? "" : " govuk-input--error"),
            };
    }

    private static FieldsetOptions Fieldset(ItemDefinition question, bool asHeading) =>
        new()
        {
            Legend = new()
            {
                Text = question.Text,
                IsPageHeading = asHeading,
                Classes = asHeading ? "govuk-fieldset__legend--l" : "govuk-fieldset__legend--s",
            },
        };

    private static LabelOptions Label(ItemDefinition question, bool asHeading) =>
        new()
        {
            Text = question.Text,
            IsPageHeading = asHeading,
            Classes = asHeading ? "govuk-label--l" : "govuk-label--s",
        };

    private static string? Field(PageView view, ItemDefinition question, string part) =>
        Fields(view, question, part) is [var first, ..] ? first : null;

    /// <summary>What was typed and refused, or else the saved answers, as the texts of a field.</summary>
    private static IReadOnlyList<string> Fields(PageView view, ItemDefinition question, string part)
    {
        var name = part == "value" ? question.LinkId : $"{question.LinkId}-{part}";
        if (view.Typed.Count > 0)
        {
            return view.Typed.TryGetValue(name, out var typed) ? typed : [];
        }
        return
        [
            .. view
                .Form.Answers(question.LinkId)
                .Select(answer =>
                    answer is CodingAnswer coding && part == "value"
                        ? coding.Code
                        : AnswerText.ToFields(answer, s_culture).GetValueOrDefault(part)
                )
                .OfType<string>(),
        ];
    }

    private static string Code(AnswerValue option) =>
        option is CodingAnswer coding ? coding.Code : AnswerText.Key(option, s_culture);
}
