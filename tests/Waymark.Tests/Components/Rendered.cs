using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Waymark.Components.Govuk;

namespace Waymark.Tests.Components;

/// <summary>The HTML of a component, outside any request.</summary>
internal static class Rendered
{
    internal static Task<string> Html(ComponentOptions options) =>
        Html<GovukComponent>(new Dictionary<string, object?> { ["Options"] = options });

    internal static async Task<string> Html<TComponent>(Dictionary<string, object?> parameters)
        where TComponent : IComponent
    {
        await using var services = new ServiceCollection().AddLogging().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(
            services,
            services.GetRequiredService<ILoggerFactory>()
        );
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (
                await renderer.RenderComponentAsync<TComponent>(
                    ParameterView.FromDictionary(parameters)
                )
            ).ToHtmlString()
        );
    }
}
