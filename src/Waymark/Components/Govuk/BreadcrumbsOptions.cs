using Microsoft.AspNetCore.Html;

namespace Waymark.Components.Govuk;

/// <summary>Where a page stands among those above it.</summary>
public sealed record BreadcrumbsOptions : ComponentOptions
{
    internal override Type Component => typeof(Breadcrumbs);

    /// <summary>The pages from the top down.</summary>
    public required IReadOnlyList<BreadcrumbsItem> Items { get; init; }

    /// <summary>Whether a phone shows only the first and the last.</summary>
    public bool CollapseOnMobile { get; init; }

    /// <summary>The landmark's accessible name.</summary>
    public string LabelText { get; init; } = "Breadcrumb";
}

/// <summary>One page above, or this page where it has no address.</summary>
public sealed record BreadcrumbsItem
{
    /// <summary>Plain text, encoded.</summary>
    public string? Text { get; init; }

    /// <summary>Trusted markup, written as it is.</summary>
    public IHtmlContent? Html { get; init; }

    /// <summary>The page's address; null for this page.</summary>
    public string? Href { get; init; }

    /// <summary>Further HTML attributes for the link.</summary>
    public HtmlAttributes? Attributes { get; init; }
}
