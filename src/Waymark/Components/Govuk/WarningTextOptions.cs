using Microsoft.AspNetCore.Html;

namespace Waymark.Components.Govuk;

/// <summary>What must not be overlooked.</summary>
public sealed record WarningTextOptions : ComponentOptions
{
    internal override Type Component => typeof(WarningText);

    /// <summary>Plain text, encoded.</summary>
    public string? Text { get; init; }

    /// <summary>Trusted markup, written as it is.</summary>
    public IHtmlContent? Html { get; init; }

    /// <summary>What a screen reader says in place of the exclamation mark; "Warning" when null.</summary>
    public string? IconFallbackText { get; init; }
}
