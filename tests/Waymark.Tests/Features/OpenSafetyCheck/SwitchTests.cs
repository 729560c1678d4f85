using System.Net;
using Waymark.Tests.Host;
using Xunit;

namespace Waymark.Tests.Features.OpenSafetyCheck;

public sealed class SwitchTests(WaymarkHost host) : IClassFixture<WaymarkHost>
{
    [Fact]
    public async Task Settings_SwitchedOff_TheOpenCheckIsGoneAndTheHomePageDoesNotOfferIt()
    {
        using var administrator = await host.SignInAsync("ines.duarte");
        using var visitor = host.NewVisitor();
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/safety-check")).Status);
        var settings = await administrator.GetAsync("/settings");

        await settings.SubmitAsync(administrator, "#main-content form", ("OpenSafetyCheck", "off"));

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/safety-check")).Status);
        Assert.DoesNotContain(
            "href=\"/safety-check\"",
            (await visitor.GetAsync("/")).Html,
            StringComparison.Ordinal
        );

        await settings.SubmitAsync(administrator, "#main-content form", ("OpenSafetyCheck", "on"));
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/safety-check")).Status);
    }

    [Fact]
    public async Task Settings_ValueThatIsNotOffered_IsRefused()
    {
        using var administrator = await host.SignInAsync("ines.duarte");
        var settings = await administrator.GetAsync("/settings");

        var refused = await settings.SubmitAsync(
            administrator,
            "#main-content form",
            ("OpenSafetyCheck", "maybe")
        );

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
    }

    [Theory]
    [InlineData("priya.nair")]
    [InlineData("dai.probert")]
    public async Task Settings_AnyoneButAnAdministrator_AreNotFound(string mailbox)
    {
        using var visitor = await host.SignInAsync(mailbox);

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/settings")).Status);
    }
}
