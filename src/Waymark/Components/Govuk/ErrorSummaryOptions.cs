using Microsoft.AspNetCore.Html;

namespace Waymark.Components.Govuk;

/// <summary>All that is wrong with a page's answers, first on the page, each linked to its field.</summary>
public sealed record ErrorSummaryOptions : ComponentOptions
{
    internal override Type Component => typeof(ErrorSummary);

    /// <summary>The title; plain text, encoded. "There is a problem" by default.</summary>
    public string? TitleText { get; init; } = "There is a problem";

    /// <summary>The title; trusted markup.</summary>
    public IHtmlContent? TitleHtml { get; init; }

    /// <summary>A sentence under the title; plain text, encoded.</summary>
    public string? DescriptionText { get; init; }

    /// <summary>A sentence under the title; trusted markup.</summary>
    public IHtmlContent? DescriptionHtml { get; init; }

    /// <summary>One entry for each thing that is wrong, in the order of the fields.</summary>
    public IReadOnlyList<ErrorSummaryItem>? ErrorList { get; init; }

    /// <summary>Whether script leaves the focus where it is; the script's own default when null.</summary>
    public bool? DisableAutoFocus { get; init; }
}

/// <summary>One thing that is wrong.</summary>
public sealed record ErrorSummaryItem
{
    /// <summary>The field's fragment, such as <c>#age</c>; no link when null.</summary>
    public string? Href { get; init; }

    /// <summary>The same words as beside the field; plain text, encoded.</summary>
    public string? Text { get; init; }

    /// <summary>The same words as beside the field; trusted markup.</summary>
    public IHtmlContent? Html { get; init; }

    /// <summary>Further HTML attributes for the link.</summary>
    public HtmlAttributes? Attributes { get; init; }
}
