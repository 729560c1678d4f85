using Microsoft.AspNetCore.Html;

namespace Waymark.Components.Govuk;

/// <summary>The label of a single control. Nothing is written for a label without content.</summary>
public sealed record LabelOptions : ComponentOptions
{
    internal override Type Component => typeof(Label);

    /// <summary>Plain text, encoded.</summary>
    public string? Text { get; init; }

    /// <summary>Trusted markup, written as it is.</summary>
    public IHtmlContent? Html { get; init; }

    /// <summary>The id of the control; set by the control's own component.</summary>
    public string? For { get; init; }

    /// <summary>Whether the label is the page's only question, and so its first-level heading.</summary>
    public bool IsPageHeading { get; init; }
}
