using Microsoft.AspNetCore.Html;

namespace Waymark.Components.Govuk;

/// <summary>The look of the label of one radio or checkbox.</summary>
public sealed record ItemLabelOptions
{
    /// <summary>Further CSS classes.</summary>
    public string? Classes { get; init; }

    /// <summary>Further HTML attributes.</summary>
    public HtmlAttributes? Attributes { get; init; }
}

/// <summary>What is asked further when a radio or checkbox is chosen. Without script it is always shown.</summary>
public sealed record ConditionalOptions
{
    /// <summary>The further questions, as trusted markup.</summary>
    public IHtmlContent? Html { get; init; }
}
