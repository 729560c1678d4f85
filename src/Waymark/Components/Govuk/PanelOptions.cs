using Microsoft.AspNetCore.Html;

namespace Waymark.Components.Govuk;

/// <summary>That a piece of work is done, or (with the class <c>govuk-panel--interruption</c>) something to think about first.</summary>
public sealed record PanelOptions : ComponentOptions
{
    internal override Type Component => typeof(Panel);

    /// <summary>The title; plain text, encoded.</summary>
    public string? TitleText { get; init; }

    /// <summary>The title; trusted markup.</summary>
    public IHtmlContent? TitleHtml { get; init; }

    /// <summary>The title's level, 1 to 6; 1 when null.</summary>
    public int? HeadingLevel { get; init; }

    /// <summary>What stands under the title; plain text, encoded.</summary>
    public string? Text { get; init; }

    /// <summary>What stands under the title; trusted markup.</summary>
    public IHtmlContent? Html { get; init; }

    /// <summary>The ways on, for an interruption.</summary>
    public PanelActions? Actions { get; init; }

    internal bool IsInterruption =>
        Classes?.Contains("govuk-panel--interruption", StringComparison.Ordinal) == true;
}

/// <summary>The ways on from an interruption.</summary>
public sealed record PanelActions
{
    /// <summary>Buttons and links.</summary>
    public IReadOnlyList<PanelAction>? Items { get; init; }

    /// <summary>Further CSS classes.</summary>
    public string? Classes { get; init; }

    /// <summary>Further HTML attributes.</summary>
    public HtmlAttributes? Attributes { get; init; }
}

/// <summary>A button, or a link where it has an address.</summary>
public sealed record PanelAction
{
    /// <summary>Plain text, encoded.</summary>
    public string? Text { get; init; }

    /// <summary>Where to go.</summary>
    public string? Href { get; init; }

    /// <summary><c>button</c> for a link that looks like a button; else the button's own type, <c>button</c> when null.</summary>
    public string? Type { get; init; }

    /// <summary>Further CSS classes.</summary>
    public string? Classes { get; init; }

    /// <summary>Further HTML attributes.</summary>
    public HtmlAttributes? Attributes { get; init; }
}
