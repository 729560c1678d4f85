using Microsoft.AspNetCore.Html;

namespace Waymark.Components.Govuk;

/// <summary>Something that only some readers need, folded away under one line.</summary>
public sealed record DetailsOptions : ComponentOptions
{
    internal override Type Component => typeof(Details);

    /// <summary>The line that opens it; plain text, encoded.</summary>
    public string? SummaryText { get; init; }

    /// <summary>The line that opens it; trusted markup.</summary>
    public IHtmlContent? SummaryHtml { get; init; }

    /// <summary>What is folded away; plain text, encoded.</summary>
    public string? Text { get; init; }

    /// <summary>What is folded away; trusted markup.</summary>
    public IHtmlContent? Html { get; init; }

    /// <summary>The element's id.</summary>
    public string? Id { get; init; }

    /// <summary>Whether it starts open.</summary>
    public bool Open { get; init; }
}
