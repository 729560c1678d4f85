using Waymark.Tests.Host;
using Xunit;

namespace Waymark.Tests.Security;

public sealed class NotKeptTests(WaymarkHost host) : IClassFixture<WaymarkHost>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/guidance")]
    [InlineData("/accounts/sign-in")]
    [InlineData("/nothing-is-here")]
    [InlineData("/concerns")]
    public async Task Get_AnyPage_IsKeptByNoCache(string path)
    {
        using var visitor = host.NewVisitor();

        using var answer = await visitor.Client.GetAsync(path);

        Assert.True(answer.Headers.CacheControl?.NoStore, $"{path}: {answer.Headers.CacheControl}");
    }

    [Fact]
    public async Task Get_Styles_MayBeKept()
    {
        using var visitor = host.NewVisitor();
        var page = await visitor.GetAsync("/");
        var sheet = page.Document.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;

        using var answer = await visitor.Client.GetAsync(sheet);

        Assert.True(answer.IsSuccessStatusCode, $"{sheet}: {answer.StatusCode}");
        Assert.False(answer.Headers.CacheControl?.NoStore ?? false);
    }
}
