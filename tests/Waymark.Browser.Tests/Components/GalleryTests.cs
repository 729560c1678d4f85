using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace Waymark.Browser.Tests.Components;

/// <summary>Every component on one page, which exists while developing.</summary>
public sealed class GalleryTests(Chromium chromium, GalleryTests.DevelopmentSite site)
    : BrowserTest(chromium),
        IClassFixture<GalleryTests.DevelopmentSite>
{
    [Theory]
    [InlineData(Screen.Phone, true)]
    [InlineData(Screen.Phone, false)]
    [InlineData(Screen.Desktop, true)]
    public async Task Gallery_EveryComponent_IsAccessibleAndFits(Screen screen, bool withOurScript)
    {
        var page = (await OpenAsync(site, screen)).Page;
        if (!withOurScript)
        {
            // axe is a script itself: to see what a browser without script shows, only ours is kept away.
            await page.RouteAsync("**/assets/*.js", route => route.AbortAsync());
        }
        await page.GotoAsync("/components");

        var found = await page.RunAxe(
            new AxeRunOptions
            {
                Rules = new()
                {
                    // The accordion's script puts a comma into its buttons' names where the eye sees none. Voice control
                    // finds them by their words all the same, but it is why our pages use details instead.
                    ["label-content-name-mismatch"] = new() { Enabled = false },
                },
            }
        );

        Assert.Empty(
            found.Violations.Select(v =>
                $"{v.Id}: {string.Join(" | ", v.Nodes.Select(n => n.Target))}"
            )
        );
        Assert.Equal(
            0,
            await page.EvaluateAsync<int>(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            )
        );
    }

    [Fact]
    public async Task Gallery_UnderTheContentSecurityPolicy_RunsWithoutAComplaint()
    {
        var page = (await OpenAsync(site)).Page;
        var complaints = new List<string>();
        page.PageError += (_, error) => complaints.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                complaints.Add(message.Text);
            }
        };

        await page.GotoAsync("/components");
        await Assertions.Expect(page.Locator(".govuk-accordion__show-all")).ToBeVisibleAsync();

        Assert.Empty(complaints);
    }

    [Fact]
    public async Task Radio_WithAFollowUp_OpensItAndCarriesNoStateThatAriaForbids()
    {
        var page = (await OpenAsync(site)).Page;
        await page.GotoAsync("/components");
        var followUp = page.Locator("#conditional-a1");
        await Assertions.Expect(followUp).ToBeVisibleAsync();

        await page.GetByLabel("I suspect so").CheckAsync();

        await Assertions.Expect(followUp).ToBeHiddenAsync();
        await Assertions
            .Expect(page.Locator("input[type=radio][aria-expanded]"))
            .ToHaveCountAsync(0);
    }

    public sealed class DevelopmentSite : Site
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseEnvironment("Development");
        }
    }
}
