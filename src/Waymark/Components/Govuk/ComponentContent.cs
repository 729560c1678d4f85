using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Waymark.Components.Govuk;

/// <summary>
/// Components within the options of another, for code that composes options without a page to render them. They are
/// rendered with the component they stand in.
/// </summary>
internal sealed class ComponentContent(params IReadOnlyList<ComponentOptions> components)
    : IHtmlContent
{
    internal IReadOnlyList<ComponentOptions> Components { get; } = components;

    /// <inheritdoc />
    public void WriteTo(TextWriter writer, HtmlEncoder encoder) =>
        throw new InvalidOperationException(
            "A component's content is written by the component that holds it."
        );
}
