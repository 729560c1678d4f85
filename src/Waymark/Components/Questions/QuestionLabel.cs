using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Waymark.Components.Govuk;
using Waymark.Instruments;

namespace Waymark.Components.Questions;

/// <summary>A question's words as a label or a legend, in the size that fits its place.</summary>
/// <param name="View">The question.</param>
/// <param name="IsPageHeading">Whether it is the page's heading.</param>
internal sealed record QuestionLabel(QuestionView View, bool IsPageHeading)
{
    // A question asked only after an answer to the one above is set like running text; the one above stands out.
    private string? Size =>
        IsPageHeading ? "l"
        : View.Item.ShownBy is null ? "s"
        : null;

    internal LabelOptions Label =>
        new()
        {
            Html = Words,
            Classes = Size is null ? null : $"govuk-label--{Size}",
            IsPageHeading = IsPageHeading,
        };

    internal FieldsetOptions Fieldset =>
        new()
        {
            Legend = new()
            {
                Html = Words,
                Classes = Size is null ? null : $"govuk-fieldset__legend--{Size}",
                IsPageHeading = IsPageHeading,
            },
        };

    // A page of one question counts its questions itself; a group has already said what its first question would repeat.
    private bool HasPrefix =>
        !string.IsNullOrEmpty(View.Item.Prefix)
        && !IsPageHeading
        && View.Item.Prefix != View.Item.Parent?.Prefix;

    /// <summary>The prefix, where the author gave one and nothing else says it, then the text.</summary>
    internal HtmlString Words
    {
        get
        {
            var text = HtmlEncoder.Default.Encode(View.Text);
            return new(
                HasPrefix
                    ? $"<span class=\"wm-prefix\">{HtmlEncoder.Default.Encode(View.Item.Prefix!)}</span> {text}"
                    : text
            );
        }
    }
}
