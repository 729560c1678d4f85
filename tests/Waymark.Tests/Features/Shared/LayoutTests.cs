using System.Net;
using AngleSharp.Dom;
using Waymark.Tests.Host;
using Xunit;

namespace Waymark.Tests.Features.Shared;

public sealed class LayoutTests(WaymarkHost host) : IClassFixture<WaymarkHost>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/accounts/sign-in")]
    [InlineData("/status/404")]
    public async Task Get_AnyPage_IsFramedAndHasNothingInline(string path)
    {
        using var visitor = host.NewVisitor();

        var page = await visitor.GetAsync(path);

        Assert.Equal("en-GB", page.Document.DocumentElement.GetAttribute("lang"));
        Assert.EndsWith("Waymark", page.Document.Title, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector("meta[name=viewport]"));
        var skipLink = page.Document.QuerySelector("a.govuk-skip-link")!;
        Assert.NotNull(page.Document.QuerySelector($"main {skipLink.GetAttribute("href")}"));
        AssertNothingInline(page.Document);
    }

    [Fact]
    public async Task Get_StylesAndScriptsOfAPage_AreServed()
    {
        using var visitor = host.NewVisitor();
        var page = await visitor.GetAsync("/");

        var addresses = page
            .Document.QuerySelectorAll("link[href], script[src]")
            .Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!)
            .ToList();

        Assert.NotEmpty(addresses);
        foreach (var address in addresses)
        {
            using var file = await visitor.Client.GetAsync(
                address,
                TestContext.Current.CancellationToken
            );
            Assert.Equal(HttpStatusCode.OK, file.StatusCode);
            Assert.NotEmpty(
                await file.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)
            );
        }
    }

    [Fact]
    public async Task Get_SignedIn_SaysWhoAndForWhichAgencyAndOffersToSignOut()
    {
        using var visitor = await host.SignInAsync("priya.nair");

        var page = await visitor.GetAsync("/concerns");

        var header = page.Document.QuerySelector("header")!;
        Assert.Contains("Priya Nair", header.TextContent, StringComparison.Ordinal);
        var records = header.QuerySelector("nav a[href='/concerns']");
        Assert.Equal("page", records?.GetAttribute("aria-current"));
        Assert.Null(header.QuerySelector("nav a[href='/settings']"));
        var signedOut = await page.SubmitAsync(visitor, "header form[action='/accounts/sign-out']");
        Assert.Equal("/", signedOut.RedirectedTo);
        var home = await visitor.GetAsync("/");
        Assert.DoesNotContain("Priya Nair", home.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_FormWithErrors_SaysErrorFirstInTheTitle()
    {
        using var visitor = host.NewVisitor();
        var page = await visitor.GetAsync("/accounts/sign-in");

        var answer = await page.SubmitAsync(
            visitor,
            "form:has([name=Password])",
            ("Email", "nobody")
        );

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.StartsWith("Error: ", answer.Document.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_GalleryOutsideDevelopment_ReturnsNotFound()
    {
        using var visitor = host.NewVisitor();

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/components")).Status);
    }

    [Fact]
    public async Task Get_GalleryInDevelopment_ShowsEveryComponentWithUniqueIds()
    {
        using var development = new DevelopmentHost();
        using var visitor = development.NewVisitor();

        var page = await visitor.GetAsync("/components");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        var ids = page.Document.QuerySelectorAll("[id]").Select(e => e.Id).ToList();
        Assert.Equal(ids.Distinct(), ids);
        AssertNothingInline(page.Document);
    }

    // What the content security policy would block: a page that needs it would work here and nowhere else.
    private static void AssertNothingInline(IDocument page)
    {
        Assert.Empty(page.QuerySelectorAll("style, [style], script:not([src])"));
        Assert.DoesNotContain(
            page.All.SelectMany(e => e.Attributes),
            a => a.Name.StartsWith("on", StringComparison.Ordinal)
        );
    }

    private sealed class DevelopmentHost : WaymarkHost
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseEnvironment("Development");
        }
    }
}
