using Microsoft.AspNetCore.Html;

namespace Waymark.Components.Govuk;

/// <summary>The way through a list of pages, or to the page before and the page after.</summary>
public sealed record PaginationOptions : ComponentOptions
{
    internal override Type Component => typeof(Pagination);

    /// <summary>The pages; none for a mere before and after. A null or empty entry is left out.</summary>
    public IReadOnlyList<PaginationItem?>? Items { get; init; }

    /// <summary>The page before; null on the first.</summary>
    public PaginationLink? Previous { get; init; }

    /// <summary>The page after; null on the last.</summary>
    public PaginationLink? Next { get; init; }

    /// <summary>The landmark's accessible name; "Pagination" when null.</summary>
    public string? LandmarkLabel { get; init; }
}

/// <summary>One page in the list, or dots for pages left out.</summary>
public sealed record PaginationItem
{
    /// <summary>What stands for the page, usually its number.</summary>
    public string? Number { get; init; }

    /// <summary>The link's accessible name; "Page" and the number when null.</summary>
    public string? VisuallyHiddenText { get; init; }

    /// <summary>The page's address.</summary>
    public string? Href { get; init; }

    /// <summary>Whether it is this page.</summary>
    public bool Current { get; init; }

    /// <summary>Whether it stands for pages left out.</summary>
    public bool Ellipsis { get; init; }

    /// <summary>Further HTML attributes for the link.</summary>
    public HtmlAttributes? Attributes { get; init; }
}

/// <summary>The link to the page before or after.</summary>
public sealed record PaginationLink
{
    /// <summary>The page's address; no link is written without one.</summary>
    public string? Href { get; init; }

    /// <summary>Plain text, encoded; "Previous page" or "Next page" when none is given.</summary>
    public string? Text { get; init; }

    /// <summary>Trusted markup, written as it is.</summary>
    public IHtmlContent? Html { get; init; }

    /// <summary>The title of the page it leads to.</summary>
    public string? LabelText { get; init; }

    /// <summary>Further HTML attributes for the link.</summary>
    public HtmlAttributes? Attributes { get; init; }
}
