using Microsoft.AspNetCore.Html;

namespace Waymark.Components.Govuk;

/// <summary>A status in one or two words.</summary>
public sealed record TagOptions : ComponentOptions
{
    internal override Type Component => typeof(Tag);

    /// <summary>Plain text, encoded.</summary>
    public string? Text { get; init; }

    /// <summary>Trusted markup, written as it is.</summary>
    public IHtmlContent? Html { get; init; }
}
