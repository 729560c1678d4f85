using Microsoft.AspNetCore.Html;

namespace Waymark.Components.Govuk;

/// <summary>A way to leave at once, for someone who may be watched. Pressing Shift three times does the same where script runs.</summary>
public sealed record ExitThisPageOptions : ComponentOptions
{
    internal override Type Component => typeof(ExitThisPage);

    /// <summary>The button's words; plain text, encoded. "Emergency Exit this page" when none are given.</summary>
    public string? Text { get; init; }

    /// <summary>The button's words; trusted markup.</summary>
    public IHtmlContent? Html { get; init; }

    /// <summary>The element's id.</summary>
    public string? Id { get; init; }

    /// <summary>Where to go: a busy, harmless site; a weather forecast when null.</summary>
    public string? RedirectUrl { get; init; }

    /// <summary>What a screen reader says when it was activated by keyboard.</summary>
    public string? ActivatedText { get; init; }

    /// <summary>What a screen reader says when the presses took too long.</summary>
    public string? TimedOutText { get; init; }

    /// <summary>What a screen reader says after the first press.</summary>
    public string? PressTwoMoreTimesText { get; init; }

    /// <summary>What a screen reader says after the second press.</summary>
    public string? PressOneMoreTimeText { get; init; }
}
