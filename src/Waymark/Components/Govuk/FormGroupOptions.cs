using Microsoft.AspNetCore.Html;

namespace Waymark.Components.Govuk;

/// <summary>The element round a question: its label or legend, hint, error message and control.</summary>
public sealed record FormGroupOptions
{
    /// <summary>Further CSS classes for the form group.</summary>
    public string? Classes { get; init; }

    /// <summary>Further HTML attributes for the form group.</summary>
    public HtmlAttributes? Attributes { get; init; }

    /// <summary>Written before a single control (input, textarea, select).</summary>
    public ContentOptions? BeforeInput { get; init; }

    /// <summary>Written after a single control.</summary>
    public ContentOptions? AfterInput { get; init; }

    /// <summary>Written before a set of controls (radios, checkboxes, date input).</summary>
    public ContentOptions? BeforeInputs { get; init; }

    /// <summary>Written after a set of controls.</summary>
    public ContentOptions? AfterInputs { get; init; }
}

/// <summary>A piece of content within a component.</summary>
public sealed record ContentOptions
{
    /// <summary>Plain text, encoded.</summary>
    public string? Text { get; init; }

    /// <summary>Trusted markup, written as it is.</summary>
    public IHtmlContent? Html { get; init; }

    internal bool HasContent => Html is not null || !string.IsNullOrEmpty(Text);
}
