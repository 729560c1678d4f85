using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Waymark.Components.Govuk;
using Waymark.Instruments;

namespace Waymark.Components.Questions;

/// <summary>Questions answered by choosing.</summary>
internal static class ChoiceControl
{
    /// <summary>More options than this make a page of radios too long to find one's own.</summary>
    private const int MostRadios = 25;

    /// <summary>A step of a scale with more letters than this gets a line of its own on a phone.</summary>
    private const int LongestStep = 4;

    internal static ComponentOptions Of(AskedQuestion question)
    {
        var item = question.View.Item;
        if (item.Repeats)
        {
            return Checkboxes(question);
        }

        return
            item.Type == ItemType.Choice
            && (
                item.ItemControl is "drop-down" or "autocomplete"
                || question.View.Options.Count > MostRadios
            )
            ? Select(question)
            : Radios(question);
    }

    /// <summary>A question gets yes and no; a statement ("I want to talk this over") one box to tick, where no tick is no answer.</summary>
    internal static ComponentOptions YesNo(AskedQuestion question)
    {
        var (view, chosen) = (question.View, question.Answers.First());
        var isStatement =
            view.Item.ItemControl == "check-box"
            || (
                !view.IsRequired
                && !question.Label.IsPageHeading
                && !view.Text.TrimEnd().EndsWith('?')
            );
        return isStatement
            ? new CheckboxesOptions
            {
                Name = QuestionFields.Name(question.Path),
                IdPrefix = question.Id,
                ErrorMessage = question.Error,
                Classes = "govuk-checkboxes--small",
                Items =
                [
                    new()
                    {
                        Value = "true",
                        Html = question.Label.Words,
                        Hint = question.Hint,
                        Checked = chosen == "true",
                    },
                ],
            }
            : new RadiosOptions
            {
                Name = QuestionFields.Name(question.Path),
                IdPrefix = question.Id,
                Fieldset = question.Label.Fieldset,
                Hint = question.Hint,
                ErrorMessage = question.Error,
                Classes = "govuk-radios--inline",
                Value = chosen,
                Items =
                [
                    new() { Value = "true", Text = "Yes" },
                    new() { Value = "false", Text = "No" },
                ],
            };
    }

    private static RadiosOptions Radios(AskedQuestion question)
    {
        var across = question.View.Item.ChoiceOrientation == "horizontal";
        return new()
        {
            Name = QuestionFields.Name(question.Path),
            IdPrefix = question.Id,
            Fieldset = question.Label.Fieldset,
            Hint = question.Hint,
            ErrorMessage = question.Error,
            Classes = across ? "govuk-radios--small wm-radios--across" : null,
            Items =
            [
                .. Offered(question)
                    .Select(o => new RadiosItem
                    {
                        Value = o.Key,
                        Html = o.Words,
                        Checked = o.IsChosen,
                        Label =
                            across && o.Text.Length > LongestStep
                                ? new() { Classes = "wm-radios__words" }
                                : null,
                    }),
                question.View.Item.Type == ItemType.OpenChoice ? OwnWordsRadio(question) : null,
            ],
        };
    }

    private static CheckboxesOptions Checkboxes(AskedQuestion question) =>
        new()
        {
            Name = QuestionFields.Name(question.Path),
            IdPrefix = question.Id,
            Fieldset = question.Label.Fieldset,
            Hint = question.Hint ?? new() { Text = "Select all that apply." },
            ErrorMessage = question.Error,
            Classes = "govuk-checkboxes--small",
            Items =
            [
                .. Offered(question)
                    .Select(o => new CheckboxesItem
                    {
                        Value = o.Key,
                        Html = o.Words,
                        Checked = o.IsChosen,
                        Behaviour = o.IsExclusive ? "exclusive" : null,
                    }),
            ],
            FormGroup =
                question.View.Item.Type == ItemType.OpenChoice
                    ? new()
                    {
                        AfterInputs = new() { Html = new ComponentContent(OwnWords(question)) },
                    }
                    : null,
        };

    private static SelectOptions Select(AskedQuestion question) =>
        new()
        {
            Name = QuestionFields.Name(question.Path),
            Id = question.Id,
            Label = question.Label.Label,
            Hint = question.Hint,
            ErrorMessage = question.Error,
            Items =
            [
                new() { Value = "", Text = "Choose one" },
                .. Offered(question)
                    .Select(o => new SelectItem
                    {
                        Value = o.Key,
                        Text = o.Text,
                        Selected = o.IsChosen,
                    }),
            ],
        };

    /// <summary>
    /// The options on offer, and after them whatever is chosen but no longer offered: an answer that was given is never
    /// hidden.
    /// </summary>
    private static IEnumerable<OfferedOption> Offered(AskedQuestion question)
    {
        var chosen = question.Answers.All();
        var offered = question.View.Options.Select(option => new OfferedOption(
            AnswerText.Key(option.Value),
            option.Prefix,
            option.Text,
            IsChosen(option.Value, chosen),
            option.Exclusive
        ));
        var gone = question
            .View.Answers.Where(answer =>
                answer is not StringAnswer
                && chosen.Contains(AnswerText.Key(answer))
                && !question.View.Options.Any(option => option.Value.Equals(answer))
            )
            .Select(answer => new OfferedOption(
                AnswerText.Key(answer),
                null,
                $"{AnswerText.Format(answer, System.Globalization.CultureInfo.InvariantCulture)} (no longer offered)",
                true,
                false
            ));
        return offered.Concat(gone);
    }

    // A form may post the bare code of a coding; see AnswerText.
    private static bool IsChosen(AnswerValue option, IReadOnlyList<string> chosen) =>
        chosen.Contains(AnswerText.Key(option))
        || (option is CodingAnswer { Code: { Length: > 0 } code } && chosen.Contains(code));

    private static RadiosItem OwnWordsRadio(AskedQuestion question) =>
        new()
        {
            Value = "",
            Text = question.View.Item.OpenLabel ?? "Something else",
            Id = $"{question.Id}-other",
            Checked = question.Answers.All("other").Any(text => text.Length > 0),
            Conditional = new() { Html = new ComponentContent(OwnWords(question)) },
        };

    private static InputOptions OwnWords(AskedQuestion question) =>
        new()
        {
            Name = QuestionFields.Name(question.Path, "other"),
            Id = $"{question.Id}-own-words",
            Label = new()
            {
                Text = question.View.Item.Repeats
                    ? question.View.Item.OpenLabel ?? "Something else, in your own words"
                    : "In your own words",
            },
            Value = question.Answers.First("other"),
        };

    private sealed record OfferedOption(
        string Key,
        string? Prefix,
        string Text,
        bool IsChosen,
        bool IsExclusive
    )
    {
        internal HtmlString Words =>
            new(
                HtmlEncoder.Default.Encode(string.IsNullOrEmpty(Prefix) ? Text : $"{Prefix} {Text}")
            );
    }
}
