using System.Text.Json.Nodes;
using Xunit;

namespace Waymark.Tests.Components;

public sealed class PackageLockTests
{
    [Fact]
    public void PackageLock_EveryPackage_IsPinnedByHashAndNotByAddress()
    {
        var file = File.ReadAllText(Path.Combine(Repository.Root, "package-lock.json"));
        var packages = JsonNode.Parse(file)!["packages"]!
            .AsObject()
            .Where(p => p.Key != "")
            .ToList();

        Assert.NotEmpty(packages);
        Assert.All(packages, p => Assert.NotNull(p.Value!["integrity"]));
        Assert.All(packages, p => Assert.Null(p.Value!["resolved"]));
    }
}
