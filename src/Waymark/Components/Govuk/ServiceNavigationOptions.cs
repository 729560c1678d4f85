using Microsoft.AspNetCore.Html;

namespace Waymark.Components.Govuk;

/// <summary>The service's name and its main sections.</summary>
public sealed record ServiceNavigationOptions : ComponentOptions
{
    internal override Type Component => typeof(ServiceNavigation);

    /// <summary>The service's name.</summary>
    public string? ServiceName { get; init; }

    /// <summary>Where the name leads; no link when null.</summary>
    public string? ServiceUrl { get; init; }

    /// <summary>The main sections; a null entry is left out.</summary>
    public IReadOnlyList<ServiceNavigationItem?>? Navigation { get; init; }

    /// <summary>The accessible name of the list of sections; the menu button's words when null.</summary>
    public string? NavigationLabel { get; init; }

    /// <summary>The id of the list of sections; <c>navigation</c> when null.</summary>
    public string? NavigationId { get; init; }

    /// <summary>Further CSS classes for the list of sections.</summary>
    public string? NavigationClasses { get; init; }

    /// <summary>Whether a phone folds the sections under a button; where there are two or more when null.</summary>
    public bool? CollapseNavigationOnMobile { get; init; }

    /// <summary>The words of the menu button; "Menu" when null.</summary>
    public string? MenuButtonText { get; init; }

    /// <summary>The accessible name of the menu button, where it should say more than its words.</summary>
    public string? MenuButtonLabel { get; init; }

    /// <summary>The landmark's accessible name; "Service information" when null.</summary>
    public string? AriaLabel { get; init; }

    /// <summary>Further content.</summary>
    public ServiceNavigationSlots? Slots { get; init; }
}

/// <summary>One section of the service.</summary>
public sealed record ServiceNavigationItem
{
    /// <summary>Plain text, encoded.</summary>
    public string? Text { get; init; }

    /// <summary>Trusted markup, written as it is.</summary>
    public IHtmlContent? Html { get; init; }

    /// <summary>The section's address.</summary>
    public string? Href { get; init; }

    /// <summary>Whether this page is the section's own.</summary>
    public bool Current { get; init; }

    /// <summary>Whether this page is one within the section.</summary>
    public bool Active { get; init; }

    /// <summary>Further HTML attributes for the link.</summary>
    public HtmlAttributes? Attributes { get; init; }
}

/// <summary>Further content of a service navigation, as trusted markup.</summary>
public sealed record ServiceNavigationSlots
{
    /// <summary>Before everything.</summary>
    public IHtmlContent? Start { get; init; }

    /// <summary>After everything.</summary>
    public ServiceNavigationEnd? End { get; init; }

    /// <summary>Before the first section: list items.</summary>
    public IHtmlContent? NavigationStart { get; init; }

    /// <summary>After the last section: list items.</summary>
    public IHtmlContent? NavigationEnd { get; init; }
}

/// <summary>What stands after everything in a service navigation.</summary>
public sealed record ServiceNavigationEnd
{
    /// <summary>Trusted markup, written as it is.</summary>
    public IHtmlContent? Html { get; init; }

    /// <summary><c>inline</c> to stand beside the sections instead of below them.</summary>
    public string? Align { get; init; }
}
