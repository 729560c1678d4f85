using Microsoft.AspNetCore.Html;

namespace Waymark.Components.Govuk;

/// <summary>A button, or a link that looks like one where <see cref="Href"/> is set.</summary>
public sealed record ButtonOptions : ComponentOptions
{
    internal override Type Component => typeof(Button);

    /// <summary>Plain text, encoded.</summary>
    public string? Text { get; init; }

    /// <summary>Trusted markup, written as it is.</summary>
    public IHtmlContent? Html { get; init; }

    /// <summary>Where to go: makes the button a link.</summary>
    public string? Href { get; init; }

    /// <summary>The element's id.</summary>
    public string? Id { get; init; }

    /// <summary>The name under which <see cref="Value"/> is posted.</summary>
    public string? Name { get; init; }

    /// <summary>What is posted when this button is pressed.</summary>
    public string? Value { get; init; }

    /// <summary><c>submit</c> (the default), <c>button</c> or <c>reset</c>.</summary>
    public string? Type { get; init; }

    /// <summary>Whether the button cannot be pressed.</summary>
    public bool Disabled { get; init; }

    /// <summary>Whether script ignores a second press soon after the first; the script's own default when null.</summary>
    public bool? PreventDoubleClick { get; init; }

    /// <summary>Whether the button starts the main thing a page is for.</summary>
    public bool IsStartButton { get; init; }
}
