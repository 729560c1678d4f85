using Microsoft.AspNetCore.Html;

namespace Waymark.Components.Govuk;

/// <summary>The first link on a page: past the header to what the page is for.</summary>
public sealed record SkipLinkOptions : ComponentOptions
{
    internal override Type Component => typeof(SkipLink);

    /// <summary>Plain text, encoded.</summary>
    public string? Text { get; init; }

    /// <summary>Trusted markup, written as it is.</summary>
    public IHtmlContent? Html { get; init; }

    /// <summary>The fragment to go to; <c>#content</c> when null.</summary>
    public string? Href { get; init; }
}
