using Waymark.Tests.Host;

namespace Waymark.Tests.Features.Accounts;

/// <summary>A host from which no letter leaves.</summary>
public sealed class SilentHost : WaymarkHost
{
    protected override IEnumerable<KeyValuePair<string, string?>> Settings =>
        [new("Waymark:Mail:PickupFolder", null), new("Waymark:Mail:From", null)];
}
