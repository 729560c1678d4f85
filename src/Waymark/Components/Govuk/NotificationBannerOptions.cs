using Microsoft.AspNetCore.Html;

namespace Waymark.Components.Govuk;

/// <summary>News that is not about this page alone, or what has just been done.</summary>
public sealed record NotificationBannerOptions : ComponentOptions
{
    internal override Type Component => typeof(NotificationBanner);

    /// <summary>What it says; plain text, encoded, set as a heading.</summary>
    public string? Text { get; init; }

    /// <summary>What it says; trusted markup.</summary>
    public IHtmlContent? Html { get; init; }

    /// <summary>The title; "Important", or "Success" for a success, when none is given.</summary>
    public string? TitleText { get; init; }

    /// <summary>The title; trusted markup.</summary>
    public IHtmlContent? TitleHtml { get; init; }

    /// <summary>The title's level, 1 to 6; 2 when null.</summary>
    public int? TitleHeadingLevel { get; init; }

    /// <summary>The title's id; must be set where a page has two banners.</summary>
    public string? TitleId { get; init; }

    /// <summary><c>success</c> for what has just been done.</summary>
    public string? Type { get; init; }

    /// <summary>The ARIA role; <c>alert</c> for a success, else <c>region</c>, when null.</summary>
    public string? Role { get; init; }

    /// <summary>Whether script leaves the focus where it is; the script's own default when null.</summary>
    public bool? DisableAutoFocus { get; init; }
}
