namespace Waymark.Components.Govuk;

/// <summary>
/// What a page asks for when it wants a GOV.UK component. There is one options record per component; its properties are
/// the macro options of govuk-frontend 6.6.0 in PascalCase, with the same meaning and the same defaults.
/// </summary>
/// <remarks>
/// Properties named <c>Text</c>, <c>Label</c>, <c>Value</c>… are plain text and are HTML-encoded. Properties named
/// <c>Html</c> are trusted markup and are written as they are: never build one from something a person typed. Where both
/// are set, <c>Html</c> wins. An <c>Html</c> may be another component: <c>Html = await Html.GovukAsync(…)</c>.
/// </remarks>
public abstract record ComponentOptions
{
    // The list of components is closed: each record names its component, so one without a component cannot compile.
    internal abstract Type Component { get; }

    /// <summary>Further CSS classes for the component's own element, separated by spaces.</summary>
    public string? Classes { get; init; }

    /// <summary>Further HTML attributes for the component's own element.</summary>
    public HtmlAttributes? Attributes { get; init; }
}
