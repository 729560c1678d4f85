using System.Net;
using Waymark.Features.Accounts;
using Waymark.Tests.Host;
using Xunit;

namespace Waymark.Tests.Features.Accounts.SignIn;

public sealed class SessionAgeTests(WaymarkHost host) : IClassFixture<WaymarkHost>
{
    [Fact]
    public async Task Session_BusyAllDay_EndsTwelveHoursAfterItBegan()
    {
        using var visitor = await host.SignInAsync("priya.nair");
        for (var half = 1; half < 24; half++)
        {
            host.Clock.Advance(TimeSpan.FromMinutes(30));
            Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/concerns")).Status);
        }

        host.Clock.Advance(TimeSpan.FromMinutes(30));

        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync("/concerns")).Status);
    }

    [Fact]
    public async Task Session_ConfirmedOnTheWay_IsNoLongerForIt()
    {
        await host.AddPersonAsync("confirms", AgencyKind.Council, [Roles.Practitioner]);
        using var visitor = await host.SignInAsync("confirms");
        for (var half = 1; half < 24; half++)
        {
            host.Clock.Advance(TimeSpan.FromMinutes(30));
            await visitor.GetAsync("/concerns");
        }
        var confirmed = await (
            await visitor.GetAsync("/accounts/confirm?returnTo=/accounts/ways")
        ).SubmitAsync(
            visitor,
            "form:has([name=Proof])",
            ("Proof", Waymark.Features.Demo.DemoData.Password)
        );
        Assert.Equal(HttpStatusCode.Redirect, confirmed.Status);

        host.Clock.Advance(TimeSpan.FromMinutes(30));

        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync("/concerns")).Status);
    }
}
