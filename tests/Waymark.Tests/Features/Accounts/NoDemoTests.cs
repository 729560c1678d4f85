using System.Net;
using Microsoft.EntityFrameworkCore;
using Waymark.Tests.Host;
using Xunit;

namespace Waymark.Tests.Features.Accounts;

public sealed class NoDemoTests(NoDemoTests.HostWithoutDemo host)
    : IClassFixture<NoDemoTests.HostWithoutDemo>
{
    [Fact]
    public async Task Start_WithoutDemo_MakesNoFictionalPeople() =>
        Assert.Equal(0, await host.ReadAsync(null, db => db.Users.CountAsync()));

    [Fact]
    public async Task Get_WithoutDemo_OffersNoOneClickSignIn()
    {
        using var visitor = host.NewVisitor();

        var page = await visitor.GetAsync("/accounts/sign-in");

        Assert.Null(page.Document.QuerySelector("form[action*='handler=demo']"));
    }

    [Fact]
    public async Task Post_WithoutDemo_OneClickSignInDoesNotExist()
    {
        using var visitor = host.NewVisitor();
        var page = await visitor.GetAsync("/accounts/sign-in");

        var answer = await visitor.PostAsync(
            "/accounts/sign-in?handler=demo",
            page.Fields("form:has([name=Password])", ("personId", Guid.NewGuid().ToString()))
        );

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
    }

    public sealed class HostWithoutDemo : WaymarkHost
    {
        protected override bool Demo => false;
    }
}
