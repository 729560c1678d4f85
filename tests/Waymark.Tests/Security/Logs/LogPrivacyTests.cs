using System.Net;
using Waymark.Security.Logs;
using Waymark.Tests.Host;
using Xunit;

namespace Waymark.Tests.Security.Logs;

public sealed partial class LogPrivacyTests(LoggingHost host) : IClassFixture<LoggingHost>
{
    private const string Marker = "heron-feather";

    [Fact]
    public async Task Log_OfWholeRecordAtTheMostTalkativeLevel_HoldsNothingTyped()
    {
        using var visitor = await host.SignInAsync("megan.hughes");
        host.Log.Clear();
        var walk = await RecordWalk.StartAsync(
            host,
            visitor,
            "HERON77",
            worry: $"He said {Marker} to her"
        );
        var act = await walk.GetAsync("/act-now");
        Assert.Equal(HttpStatusCode.OK, act.Status);
        // What is refused is logged by frameworks more readily than what is taken.
        var refused = await (await visitor.GetAsync("/concerns/start")).SubmitAsync(
            visitor,
            "main form",
            ("Worry", Marker + new string('x', 400)),
            ("ChildReference", "HERON78")
        );
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.NotEmpty(host.Log);
        Assert.DoesNotContain(
            host.Log,
            line =>
                line.Contains(Marker, StringComparison.OrdinalIgnoreCase)
                || line.Contains("HERON7", StringComparison.OrdinalIgnoreCase)
        );
    }

    [Fact]
    public async Task Log_OfFailedSignIn_HoldsNeitherAddressNorPassword()
    {
        using var visitor = host.NewVisitor();
        host.Log.Clear();
        var page = await visitor.GetAsync("/accounts/sign-in");
        await page.SubmitAsync(
            visitor,
            "form:has([name=Password])",
            ("Email", "heron@demo.example"),
            ("Password", Marker)
        );
        Assert.DoesNotContain(
            host.Log,
            line =>
                line.Contains(Marker, StringComparison.Ordinal)
                || line.Contains("heron@demo.example", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("/surveys/answer/0192f3a0-0000-7000-8000-000000000001/heron-feather")]
    [InlineData("/guidance/routes?heron-feather=1")]
    [InlineData("/assets/heron-feather.css")]
    public async Task Log_OfAnAddress_HoldsNoPartOfIt(string address)
    {
        using var visitor = host.NewVisitor();
        host.Log.Clear();
        await visitor.GetAsync(address);
        Assert.DoesNotContain(host.Log, line => line.Contains(Marker, StringComparison.Ordinal));
    }

    [Fact]
    public void Message_WithPrivatePart_IsWrittenWithoutIt()
    {
        host.Log.Clear();
        SentTo(
            host.Services.GetRequiredService<ILogger<LogPrivacyTests>>(),
            3,
            "heron@demo.example"
        );
        Assert.Equal("Attempt 3 for  did not go through.", Assert.Single(host.Log));
    }

    [LoggerMessage(
        EventId = 1,
        Level = LogLevel.Warning,
        Message = "Attempt {Attempt} for {Address} did not go through."
    )]
    private static partial void SentTo(ILogger log, int attempt, [Private] string address);
}
