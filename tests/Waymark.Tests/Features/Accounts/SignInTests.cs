using System.Net;
using Waymark.Features.Accounts.SignIn;
using Waymark.Tests.Host;
using Xunit;

namespace Waymark.Tests.Features.Accounts;

public sealed class SignInTests(WaymarkHost host) : IClassFixture<WaymarkHost>
{
    [Fact]
    public async Task Get_PageBehindSignIn_SendsToSignInAndBack()
    {
        using var visitor = host.NewVisitor();

        var page = await visitor.GetAsync("/concerns");

        Assert.Equal(HttpStatusCode.Redirect, page.Status);
        Assert.EndsWith(
            "/accounts/sign-in?returnTo=%2Fconcerns",
            page.RedirectedTo,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Post_WrongPassword_SaysWhatToDoAndKeepsTheAddress()
    {
        using var visitor = host.NewVisitor();
        var page = await visitor.GetAsync("/accounts/sign-in");

        var refused = await page.SubmitAsync(
            visitor,
            "form:has([name=Password])",
            ("Email", "priya.nair@demo.example"),
            ("Password", "not the password")
        );

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal([SignInForm.WrongMessage], refused.Errors);
        Assert.Contains(
            "value=\"priya.nair@demo.example\"",
            refused.Html,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Post_AddressOfNobody_SaysTheSameAsAWrongPassword()
    {
        using var visitor = host.NewVisitor();
        var page = await visitor.GetAsync("/accounts/sign-in");

        var refused = await page.SubmitAsync(
            visitor,
            "form:has([name=Password])",
            ("Email", "nobody@demo.example"),
            ("Password", "not the password")
        );

        Assert.Equal([SignInForm.WrongMessage], refused.Errors);
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    public async Task Post_ReturnToAnotherSite_LandsOnTheRecordsInstead(string returnTo)
    {
        using var visitor = host.NewVisitor();
        var page = await visitor.GetAsync(
            "/accounts/sign-in?returnTo=" + Uri.EscapeDataString(returnTo)
        );

        var entered = await page.SubmitAsync(
            visitor,
            "form:has([name=Password])",
            ("Email", "priya.nair@demo.example"),
            ("Password", Waymark.Features.Demo.DemoData.Password)
        );

        Assert.Equal("/concerns", entered.RedirectedTo);
    }

    [Fact]
    public async Task Post_DemoPerson_SignsInWithOneClick()
    {
        using var visitor = host.NewVisitor();
        var page = await visitor.GetAsync("/accounts/sign-in?returnTo=/concerns");

        var entered = await page.SubmitAsync(visitor, "form[action*='handler=demo']");

        Assert.Equal("/concerns", entered.RedirectedTo);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/concerns")).Status);
    }

    [Fact]
    public async Task Get_AfterTheSignInRanOut_AsksToSignInAgain()
    {
        using var visitor = await host.SignInAsync("priya.nair");
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/concerns")).Status);

        host.Clock.Advance(TimeSpan.FromMinutes(61));

        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync("/concerns")).Status);
    }

    [Fact]
    public async Task Autosave_AfterTheSignInRanOut_Gets401AndNoOtherPage()
    {
        using var visitor = host.NewVisitor();

        var answer = await visitor.PostAsync(
            "/concerns/start",
            [new("Worry", "typed")],
            new Dictionary<string, string> { [HeldPost.AutosaveHeader] = "1" }
        );

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
    }
}
