using Microsoft.AspNetCore.Html;

namespace Waymark.Components.Govuk;

/// <summary>Sections of which a reader needs one at a time. Without script they stand one below the other.</summary>
public sealed record TabsOptions : ComponentOptions
{
    internal override Type Component => typeof(Tabs);

    /// <summary>The sections; a null entry is left out.</summary>
    public IReadOnlyList<TabsItem?>? Items { get; init; }

    /// <summary>The element's id.</summary>
    public string? Id { get; init; }

    /// <summary>The start of the sections' ids, for those that have none of their own.</summary>
    public string? IdPrefix { get; init; }

    /// <summary>The title of the list of sections, shown without script; "Contents" when null.</summary>
    public string? Title { get; init; }
}

/// <summary>One section.</summary>
public sealed record TabsItem
{
    /// <summary>The tab's words; plain text, encoded.</summary>
    public string? Label { get; init; }

    /// <summary>The section's id; made from the prefix when null.</summary>
    public string? Id { get; init; }

    /// <summary>Further HTML attributes for the tab.</summary>
    public HtmlAttributes? Attributes { get; init; }

    /// <summary>What the section holds.</summary>
    public TabsPanel Panel { get; init; } = new();
}

/// <summary>What a section holds.</summary>
public sealed record TabsPanel
{
    /// <summary>Plain text, encoded, as one paragraph.</summary>
    public string? Text { get; init; }

    /// <summary>Trusted markup, written as it is.</summary>
    public IHtmlContent? Html { get; init; }

    /// <summary>Further HTML attributes for the section.</summary>
    public HtmlAttributes? Attributes { get; init; }
}
