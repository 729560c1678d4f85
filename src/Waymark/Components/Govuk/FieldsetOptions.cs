using Microsoft.AspNetCore.Html;

namespace Waymark.Components.Govuk;

/// <summary>Several controls that answer one question, under one legend.</summary>
public sealed record FieldsetOptions : ComponentOptions
{
    internal override Type Component => typeof(Fieldset);

    /// <summary>The question; no legend is written for one without content.</summary>
    public LegendOptions? Legend { get; init; }

    /// <summary>Ids of elements that describe the set.</summary>
    public string? DescribedBy { get; init; }

    /// <summary>The ARIA role, where the element's own does not do.</summary>
    public string? Role { get; init; }

    /// <summary>The controls, as trusted markup.</summary>
    public IHtmlContent? Html { get; init; }
}

/// <summary>The legend of a <see cref="FieldsetOptions">fieldset</see>.</summary>
public sealed record LegendOptions
{
    /// <summary>Plain text, encoded.</summary>
    public string? Text { get; init; }

    /// <summary>Trusted markup, written as it is.</summary>
    public IHtmlContent? Html { get; init; }

    /// <summary>Further CSS classes, such as <c>govuk-fieldset__legend--l</c>.</summary>
    public string? Classes { get; init; }

    /// <summary>Whether the legend is the page's only question, and so its first-level heading.</summary>
    public bool IsPageHeading { get; init; }
}
