using Microsoft.AspNetCore.Html;

namespace Waymark.Components.Govuk;

/// <summary>The header of a service that is not on GOV.UK.</summary>
public sealed record GenericHeaderOptions : ComponentOptions
{
    internal override Type Component => typeof(GenericHeader);

    /// <summary>The service's name; plain text, encoded.</summary>
    public string? LogoText { get; init; }

    /// <summary>The service's sign and name; trusted markup.</summary>
    public IHtmlContent? LogoHtml { get; init; }

    /// <summary>The home page; <c>/</c> when null.</summary>
    public string? Url { get; init; }

    /// <summary>The CSS classes of the container; <c>govuk-width-container</c> when null.</summary>
    public string? ContainerClasses { get; init; }
}
