using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Waymark.Components.Govuk;

/// <summary>How a Razor page writes a GOV.UK component.</summary>
public static class GovukHtml
{
    /// <summary>
    /// The component that <paramref name="options"/> ask for, as static HTML:
    /// <c>@await Html.GovukAsync(new ButtonOptions { Text = "Save and continue" })</c>.
    /// </summary>
    /// <param name="html">The page's helper.</param>
    /// <param name="options">Which component, and with what.</param>
    public static Task<IHtmlContent> GovukAsync(this IHtmlHelper html, ComponentOptions options) =>
        html.RenderComponentAsync<GovukComponent>(RenderMode.Static, new { Options = options });
}
