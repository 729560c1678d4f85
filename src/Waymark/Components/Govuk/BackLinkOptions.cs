using Microsoft.AspNetCore.Html;

namespace Waymark.Components.Govuk;

/// <summary>A link to the page before this one.</summary>
public sealed record BackLinkOptions : ComponentOptions
{
    internal override Type Component => typeof(BackLink);

    /// <summary>Plain text, encoded; "Back" when none is given.</summary>
    public string? Text { get; init; }

    /// <summary>Trusted markup, written as it is.</summary>
    public IHtmlContent? Html { get; init; }

    /// <summary>Where to go.</summary>
    public string? Href { get; init; }
}
