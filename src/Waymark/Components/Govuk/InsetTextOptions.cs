using Microsoft.AspNetCore.Html;

namespace Waymark.Components.Govuk;

/// <summary>Words set apart from those around them.</summary>
public sealed record InsetTextOptions : ComponentOptions
{
    internal override Type Component => typeof(InsetText);

    /// <summary>Plain text, encoded.</summary>
    public string? Text { get; init; }

    /// <summary>Trusted markup, written as it is.</summary>
    public IHtmlContent? Html { get; init; }

    /// <summary>The element's id.</summary>
    public string? Id { get; init; }
}
