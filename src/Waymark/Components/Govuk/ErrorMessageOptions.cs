using Microsoft.AspNetCore.Html;

namespace Waymark.Components.Govuk;

/// <summary>What is wrong with an answer and what to do next.</summary>
public sealed record ErrorMessageOptions : ComponentOptions
{
    internal override Type Component => typeof(ErrorMessage);

    /// <summary>Plain text, encoded.</summary>
    public string? Text { get; init; }

    /// <summary>Trusted markup, written as it is.</summary>
    public IHtmlContent? Html { get; init; }

    /// <summary>The element's id; set by the control that the message belongs to.</summary>
    public string? Id { get; init; }

    /// <summary>What a screen reader says first; nothing when empty.</summary>
    public string VisuallyHiddenText { get; init; } = "Error";
}
