using Microsoft.AspNetCore.Html;

namespace Waymark.Components.Govuk;

/// <summary>That the service is still being tried out.</summary>
public sealed record PhaseBannerOptions : ComponentOptions
{
    internal override Type Component => typeof(PhaseBanner);

    /// <summary>The phase.</summary>
    public TagOptions Tag { get; init; } = new();

    /// <summary>Plain text, encoded.</summary>
    public string? Text { get; init; }

    /// <summary>Trusted markup, written as it is.</summary>
    public IHtmlContent? Html { get; init; }
}
