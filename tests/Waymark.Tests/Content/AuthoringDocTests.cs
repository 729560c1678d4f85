using Waymark.Content;
using Xunit;

namespace Waymark.Tests.Content;

public sealed class AuthoringDocTests
{
    private static readonly string Guide = File.ReadAllText(
        Path.Combine(Repository.Root, "docs", "authoring.md")
    );

    [Fact]
    public void Guide_EveryCodeOfTheChecker_IsExplained() =>
        Assert.All(
            typeof(ContentCodes).GetFields().Select(field => (string)field.GetRawConstantValue()!),
            code => Assert.Contains($"| `{code}` |", Guide, StringComparison.Ordinal)
        );

    [Fact]
    public void Guide_EveryExtensionOfARule_IsExplained() =>
        Assert.All(
            typeof(ContentUrls)
                .GetFields()
                .Select(field => (string)field.GetRawConstantValue()!)
                .Where(url => url.Contains("/StructureDefinition/", StringComparison.Ordinal))
                .Select(url => url.Split('/')[^1]),
            name => Assert.Contains($"`{name}`", Guide, StringComparison.Ordinal)
        );
}
