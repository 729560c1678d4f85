using System.Text.Json;
using Microsoft.Playwright;

namespace Waymark.Browser.Tests.Harness;

/// <summary>Reading typed values off a page.</summary>
internal static class PageReading
{
    /// <summary>Calls a function in the page and reads what it returns; works where the page's own script is off.</summary>
    public static async Task<T> ReadAsync<T>(this IPage page, string function) =>
        JsonSerializer.Deserialize<T>(
            await page.EvaluateAsync<string>($"() => JSON.stringify(({function})())"),
            JsonSerializerOptions.Web
        )!;
}
