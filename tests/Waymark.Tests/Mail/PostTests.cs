using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;
using Waymark.Hosting;
using Waymark.Mail;
using Xunit;

namespace Waymark.Tests.Mail;

public sealed class PostTests
{
    private readonly ConcurrentQueue<string> _log = new();
    private readonly FakeTimeProvider _clock = new(
        new DateTimeOffset(2026, 11, 24, 16, 50, 0, TimeSpan.Zero)
    );

    [Fact]
    public async Task Letter_ToServer_ArrivesWithItsWordsAndNoMachineName()
    {
        await using var server = await MailServer.StartAsync();
        var sent = await Post(server.Port)
            .SendAsync(
                new("ann@heron.example", "A survey", "Zażółć – https://waymark.example/x/y\n"),
                TestContext.Current.CancellationToken
            );
        Assert.Equal(Delivery.Sent, sent);
        var letter = Assert.Single(server.Delivered);
        Assert.Equal("A survey", letter.Subject);
        Assert.Equal("ann@heron.example", letter.To.ToString());
        Assert.Equal("\"Waymark\" <waymark@agency.example>", letter.From.ToString());
        Assert.Equal("Zażółć – https://waymark.example/x/y", letter.TextBody?.Trim());
        Assert.Equal(_clock.GetUtcNow(), letter.Date);
        Assert.EndsWith("@agency.example", letter.MessageId, StringComparison.Ordinal);
        Assert.DoesNotContain(
            Environment.MachineName,
            letter.ToString(),
            StringComparison.OrdinalIgnoreCase
        );
    }

    [Fact]
    public async Task Letter_ToAnUnknownMailbox_IsRefusedAndTheNextOneGoes()
    {
        await using var server = await MailServer.StartAsync();
        server.Unknown["gone@heron.example"] = true;
        await using var round = Post(server.Port).Begin();
        Assert.Equal(Delivery.Refused, await SendAsync(round, "gone@heron.example"));
        Assert.Equal(Delivery.Sent, await SendAsync(round, "ann@heron.example"));
        Assert.Single(server.Delivered);
    }

    [Fact]
    public async Task Letter_WithNoServer_IsAwayAndTheRoundTriesNoMore()
    {
        await using var round = Post(MailServer.FreePort()).Begin();
        Assert.Equal(Delivery.Away, await SendAsync(round, "ann@heron.example"));
        Assert.Equal(Delivery.Away, await SendAsync(round, "ann@heron.example"));
        Assert.Single(_log);
    }

    [Fact]
    public async Task Letter_ToServerWithoutTls_IsNotSentWhereTlsIsAskedFor()
    {
        await using var server = await MailServer.StartAsync();
        var options = Options(server.Port);
        options.Security = MailSecurity.StartTls;
        await using var round = Post(options).Begin();
        Assert.Equal(Delivery.Away, await SendAsync(round, "ann@heron.example"));
        Assert.Empty(server.Delivered);
    }

    [Fact]
    public async Task Log_OfFailures_HoldsNoAddressAndNoWords()
    {
        await using var server = await MailServer.StartAsync();
        server.Unknown["gone@heron.example"] = true;
        await using (var round = Post(server.Port).Begin())
        {
            await SendAsync(round, "gone@heron.example");
        }
        await using (var round = Post(MailServer.FreePort()).Begin())
        {
            await SendAsync(round, "gone@heron.example");
        }
        Assert.Equal(2, _log.Count);
        Assert.DoesNotContain(
            _log,
            line =>
                line.Contains("heron", StringComparison.OrdinalIgnoreCase)
                || line.Contains("secret-link", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Letter_ToPickupFolder_IsAFile()
    {
        var folder = Directory.CreateTempSubdirectory("waymark-mail-");
        var options = Options(1);
        (options.Host, options.PickupFolder) = (null, folder.FullName);
        Assert.Equal(
            Delivery.Sent,
            await Post(options)
                .SendAsync(
                    new("ann@heron.example", "A survey", "Words"),
                    TestContext.Current.CancellationToken
                )
        );
        Assert.Contains(
            "Words",
            await File.ReadAllTextAsync(
                Assert.Single(folder.GetFiles("*.eml")).FullName,
                TestContext.Current.CancellationToken
            ),
            StringComparison.Ordinal
        );
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("ann@heron.example", true)]
    [InlineData("ann.o'brien+x@council.gov.uk", true)]
    [InlineData("ann@heron", false)]
    [InlineData("ann heron@x.example", false)]
    [InlineData("Ann <ann@heron.example>", false)]
    [InlineData("ann@heron.example, bea@heron.example", false)]
    [InlineData("ann@@heron.example", false)]
    [InlineData("@heron.example", false)]
    [InlineData("ann@-heron.example", false)]
    [InlineData("ann@heron..example", false)]
    [InlineData("ann@heron.example\r\nBcc: x@y.example", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Address_IsOneBareMailbox(string? text, bool isOne) =>
        Assert.Equal(isOne, Letter.IsAddress(text));

    [Fact]
    public void Options_WithServerButNoSender_SayWhatIsMissing()
    {
        var options = new MailOptions { Host = "localhost" };
        Assert.False(options.IsOn);
        Assert.Contains(
            "From",
            Assert.Single(options.Validate(new(options))).ErrorMessage,
            StringComparison.Ordinal
        );
    }

    private static MailOptions Options(int port) =>
        new()
        {
            Host = "127.0.0.1",
            Port = port,
            Security = MailSecurity.None,
            From = "waymark@agency.example",
        };

    private Post Post(int port) => Post(Options(port));

    private Post Post(MailOptions options) =>
        new(
            Microsoft.Extensions.Options.Options.Create(options),
            Microsoft.Extensions.Options.Options.Create(
                new WaymarkOptions { PublicAddress = "https://waymark.example" }
            ),
            _clock,
            new KeptLog(_log)
        );

    private static Task<Delivery> SendAsync(PostRound round, string to) =>
        round.SendAsync(new(to, "A survey", "secret-link"), TestContext.Current.CancellationToken);

    private sealed class KeptLog(ConcurrentQueue<string> lines) : ILogger<Post>
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => lines.Enqueue(formatter(state, exception) + exception);
    }
}
