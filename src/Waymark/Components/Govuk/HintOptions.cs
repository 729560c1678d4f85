using Microsoft.AspNetCore.Html;

namespace Waymark.Components.Govuk;

/// <summary>A hint: what helps to answer, in one or two sentences.</summary>
public sealed record HintOptions : ComponentOptions
{
    internal override Type Component => typeof(Hint);

    /// <summary>Plain text, encoded.</summary>
    public string? Text { get; init; }

    /// <summary>Trusted markup, written as it is.</summary>
    public IHtmlContent? Html { get; init; }

    /// <summary>The element's id; set by the control that the hint belongs to.</summary>
    public string? Id { get; init; }

    internal bool HasContent => Html is not null || !string.IsNullOrEmpty(Text);
}
