using Waymark.Hosting;

namespace Waymark.Features.Accounts.External;

/// <summary>An agency's own sign-in as it is offered.</summary>
/// <param name="Name">Its name in the configuration.</param>
/// <param name="DisplayName">What people call it.</param>
public sealed record OfferedProvider(string Name, string DisplayName)
{
    /// <summary>Every one, by what people call it.</summary>
    public static IReadOnlyList<OfferedProvider> All(WaymarkOptions waymark) =>
        [
            .. waymark
                .SignIn.OpenIdConnect.Select(p => new OfferedProvider(p.Key, p.Value.DisplayName))
                .OrderBy(p => p.DisplayName, StringComparer.Ordinal),
        ];
}
