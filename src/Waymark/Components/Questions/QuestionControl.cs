using Waymark.Components.Govuk;
using Waymark.Instruments;

namespace Waymark.Components.Questions;

/// <summary>Which GOV.UK component asks a question. Pure: a view and what was typed in, options out.</summary>
internal static class QuestionControl
{
    /// <summary>A text longer than this many characters is counted only when three quarters of it are used.</summary>
    private const int CountFromPercent = 75;

    /// <summary>The component for a question that can be answered; null for an item that takes no answer here.</summary>
    /// <param name="page">The page it stands on.</param>
    /// <param name="view">The question.</param>
    /// <param name="hint">What helps to answer.</param>
    /// <param name="isPageHeading">Whether the question is the page's heading.</param>
    internal static ComponentOptions? Of(
        QuestionsOptions page,
        QuestionView view,
        HintOptions? hint,
        bool isPageHeading
    )
    {
        var question = new AskedQuestion(
            view,
            new QuestionLabel(view, isPageHeading),
            hint,
            page.Errors.TryGetValue(view.Path, out var error) ? new() { Text = error } : null,
            new QuestionAnswers(page, view)
        );
        return view.Item.Repeats && One(question) is InputOptions line
            ? Several(question, line)
            : One(question);
    }

    private static ComponentOptions? One(AskedQuestion question)
    {
        var view = question.View;
        return view.Item.Type switch
        {
            ItemType.Group or ItemType.Display or ItemType.Attachment => null,
            ItemType.Boolean => ChoiceControl.YesNo(question),
            ItemType.Choice or ItemType.OpenChoice when view.Options.Count == 0 => Line(question),
            ItemType.Choice or ItemType.OpenChoice => ChoiceControl.Of(question),
            ItemType.Date => DateControl.Of(question, withTime: false),
            ItemType.DateTime => DateControl.Of(question, withTime: true),
            ItemType.Text => Text(question),
            ItemType.Integer => Line(question) with
            {
                Inputmode = "numeric",
                Classes = "govuk-input--width-5",
            },
            ItemType.Decimal => Line(question) with
            {
                Inputmode = "decimal",
                Classes = "govuk-input--width-10",
            },
            ItemType.Quantity => Quantity(question),
            ItemType.Time => Line(question) with { Classes = "govuk-input--width-5" },
            ItemType.Url => Line(question) with { Inputmode = "url", Spellcheck = false },
            ItemType.String or ItemType.Reference => Line(question),
        };
    }

    /// <summary>A question that takes several texts or numbers: a field for each, and one more to add to them.</summary>
    private static FieldsetOptions Several(AskedQuestion question, InputOptions line)
    {
        var hint = question.Hint is null ? null : question.Hint with { Id = $"{question.Id}-hint" };
        var error = question.Error is null
            ? null
            : question.Error with
            {
                Id = $"{question.Id}-error",
            };
        string[] texts = [.. question.Answers.All().Where(text => text.Length > 0), ""];
        return question.Label.Fieldset with
        {
            DescribedBy = ClassNames.Ids(hint?.Id, error?.Id),
            Html = new ComponentContent([
                .. new ComponentOptions?[] { hint, error }.OfType<ComponentOptions>(),
                .. texts.Select(
                    (text, index) =>
                        line with
                        {
                            Id = index == 0 ? question.Id : $"{question.Id}-{index + 1}",
                            Label = new()
                            {
                                Text = text.Length == 0 ? "Add another" : $"Answer {index + 1}",
                            },
                            Hint = null,
                            ErrorMessage = null,
                            Value = text,
                        }
                ),
            ]),
        };
    }

    private static InputOptions Line(AskedQuestion question) =>
        new()
        {
            Name = QuestionFields.Name(question.Path),
            Id = question.Id,
            Label = question.Label.Label,
            Hint = question.Hint,
            ErrorMessage = question.Error,
            Value = question.Answers.First(),
            Suffix = question.View.Item.Unit is { } unit
                ? new() { Text = unit.Display ?? unit.Code }
                : null,
        };

    private static ComponentOptions Text(AskedQuestion question) =>
        question.View.Item.MaxLength is { } limit
            ? new CharacterCountOptions
            {
                Name = QuestionFields.Name(question.Path),
                Id = question.Id,
                Label = question.Label.Label,
                Hint = question.Hint,
                ErrorMessage = question.Error,
                Value = question.Answers.First(),
                Maxlength = limit,
                Threshold = CountFromPercent,
                Rows = 4,
            }
            : new TextareaOptions
            {
                Name = QuestionFields.Name(question.Path),
                Id = question.Id,
                Label = question.Label.Label,
                Hint = question.Hint,
                ErrorMessage = question.Error,
                Value = question.Answers.First(),
                Rows = 4,
            };

    // With one unit it stands after the number; with several the person names theirs in a field of its own.
    private static InputOptions Quantity(AskedQuestion question)
    {
        var line = Line(question) with { Inputmode = "decimal", Classes = "govuk-input--width-5" };
        return question.View.Item.UnitOptions is { Count: > 1 } units
            ? line with
            {
                Suffix = null,
                FormGroup = new()
                {
                    AfterInput = new() { Html = new ComponentContent(Unit(question, units)) },
                },
            }
            : line;
    }

    private static SelectOptions Unit(AskedQuestion question, IReadOnlyList<CodingAnswer> units) =>
        new()
        {
            Name = QuestionFields.Name(question.Path, "unit"),
            Id = $"{question.Id}-unit",
            Label = new()
            {
                Text = $"Unit of: {question.View.Text}",
                Classes = "govuk-visually-hidden",
            },
            Value = question.Answers.First("unit"),
            Items =
            [
                new() { Value = "", Text = "Unit" },
                .. units.Select(unit => new SelectItem
                {
                    Value = unit.Code,
                    Text = unit.Display ?? unit.Code,
                }),
            ],
        };
}

/// <summary>A question with what its control needs to ask it.</summary>
internal sealed record AskedQuestion(
    QuestionView View,
    QuestionLabel Label,
    HintOptions? Hint,
    ErrorMessageOptions? Error,
    QuestionAnswers Answers
)
{
    internal ItemPath Path => View.Path;

    internal string Id => QuestionFields.Id(View.Path);
}
