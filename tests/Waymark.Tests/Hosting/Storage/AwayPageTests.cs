using System.Net;
using Waymark.Features.Accounts.SignIn;
using Waymark.Features.Problems;
using Waymark.Tests.Host;
using Xunit;

namespace Waymark.Tests.Hosting.Storage;

public sealed class AwayPageTests(WaymarkHost host) : IClassFixture<WaymarkHost>
{
    private readonly Dictionary<string, string> _held = new()
    {
        [HeldPost.Field] = host
            .Services.GetRequiredService<HeldPost>()
            .Hold("/concerns/start", new FormCollection(new() { ["Worry"] = "words" })),
    };

    [Fact]
    public async Task Get_WhileTheDatabaseIsThere_GoesToTheFirstPage()
    {
        using var visitor = host.NewVisitor();
        Assert.Equal("/", (await visitor.GetAsync(AwayPage.Address)).RedirectedTo);
    }

    [Fact]
    public async Task Post_HeldForm_IsOfferedAgain()
    {
        using var visitor = host.NewVisitor();
        var page = await visitor.PostAsync(AwayPage.Address, _held);
        Assert.Equal("Waymark can save again", page.Heading);
        Assert.NotNull(
            page.Document.QuerySelector("form[action='/concerns/start'] [name=Worry][value=words]")
        );
    }

    [Fact]
    public async Task Post_FromAnotherSite_OffersNothing()
    {
        using var visitor = host.NewVisitor();
        var page = await visitor.PostAsync(
            AwayPage.Address,
            _held,
            new Dictionary<string, string> { ["Origin"] = "https://elsewhere.example" }
        );
        Assert.Equal((HttpStatusCode.Redirect, "/"), (page.Status, page.RedirectedTo));
    }

    [Theory]
    [InlineData("")]
    [InlineData("made up")]
    public async Task Post_NothingOfOurs_OffersNothing(string held)
    {
        using var visitor = host.NewVisitor();
        var page = await visitor.PostAsync(
            AwayPage.Address,
            new Dictionary<string, string> { [HeldPost.Field] = held }
        );
        Assert.Equal("/", page.RedirectedTo);
    }
}
