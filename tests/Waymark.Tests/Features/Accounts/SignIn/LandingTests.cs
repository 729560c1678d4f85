using FsCheck.Xunit;
using Waymark.Features.Accounts;
using Waymark.Features.Accounts.SignIn;
using Waymark.Tests.Host;
using Xunit;

namespace Waymark.Tests.Features.Accounts.SignIn;

public sealed class LandingTests(WaymarkHost host) : IClassFixture<WaymarkHost>
{
    [Theory]
    [InlineData("/concerns", null, Roles.Practitioner)]
    [InlineData("/concerns", null, Roles.Supervisor, Roles.Administrator)]
    [InlineData("/concerns/start", "/concerns/start", Roles.Practitioner)]
    [InlineData("/surveys", null, Roles.TrainingLead)]
    [InlineData("/insight", "/concerns", Roles.Researcher)]
    [InlineData("/people", "/concerns/start?again=1", Roles.Administrator)]
    [InlineData("/teams", "/teams", Roles.Administrator)]
    [InlineData("/concernsabout", "/concernsabout", Roles.Administrator)]
    [InlineData("/", "/children/x", Roles.ContentOwner)]
    public void Of_Roles_IsAPageOfTheirs(string target, string? returnTo, params string[] roles) =>
        Assert.Equal(target, Landing.Of(returnTo, roles));

    [Property]
    public bool Of_AnyAddress_IsThatOrAFirstPage(string? returnTo) =>
        Landing.Of(returnTo, [Roles.Administrator]) is var target
        && (target == returnTo || target == "/people");

    [Theory]
    [InlineData(Roles.Practitioner)]
    [InlineData(Roles.Supervisor)]
    [InlineData(Roles.TrainingLead)]
    [InlineData(Roles.Researcher)]
    [InlineData(Roles.ContentOwner)]
    [InlineData(Roles.Administrator)]
    public async Task SignIn_ByAnyRole_LandsOnAPageThatIsThere(string role)
    {
        await host.AddPersonAsync("lands-" + role.ToLowerInvariant(), AgencyKind.Council, [role]);
        using var visitor = host.NewVisitor();

        var landed = await (await visitor.GetAsync("/accounts/sign-in")).SubmitAsync(
            visitor,
            "form:has([name=Password])",
            ("Email", $"lands-{role.ToLowerInvariant()}@demo.example"),
            ("Password", Waymark.Features.Demo.DemoData.Password)
        );

        Assert.Equal(
            System.Net.HttpStatusCode.OK,
            (await visitor.GetAsync(landed.RedirectedTo!)).Status
        );
    }
}
