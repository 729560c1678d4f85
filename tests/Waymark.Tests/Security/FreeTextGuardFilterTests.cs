using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Primitives;
using Waymark.Security;
using Waymark.Tests.Host;
using Xunit;

namespace Waymark.Tests.Security;

public sealed class FreeTextGuardFilterTests
{
    private const string Link = "https://imgur.com/a/qx7secret";

    [Fact]
    public async Task Execute_RefusedText_IsGoneFromTheFormBeforeThePageSeesIt()
    {
        var http = await RunAsync(
            ("a1.note", $"She showed me {Link} today"),
            ("a2.note", "Nothing else")
        );

        Assert.Equal("She showed me [removed] today", http.Request.Form["a1.note"]);
        Assert.Equal("Nothing else", http.Request.Form["a2.note"]);
        var refusal = Assert.Single(GuardedForm.Refusals(http));
        Assert.Equal(("a1.note", "image-host"), (refusal.Field, refusal.Code));
        Assert.DoesNotContain("qx7secret", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Execute_NothingMayStay_LeavesTheFieldEmpty()
    {
        var http = await RunAsync(("a1.note", "data:image/png;base64,iVBORw0KGgo="));

        Assert.Equal("", http.Request.Form["a1.note"]);
        Assert.Equal("image-data-uri", Assert.Single(GuardedForm.Refusals(http)).Code);
    }

    [Fact]
    public async Task Execute_OneOfSeveralValues_IsRefusedOnce()
    {
        var http = await RunAsync(("source", "child"), ("source", Link), ("source", Link));

        Assert.Equal(new StringValues(["child", "", ""]), http.Request.Form["source"]);
        Assert.Single(GuardedForm.Refusals(http));
    }

    [Fact]
    public async Task Execute_TooLong_KeepsAllThatWasTyped()
    {
        var text = string.Concat(Enumerable.Repeat("word ", 5_000));

        var http = await RunAsync(("a1.note", text));

        Assert.Equal(text, http.Request.Form["a1.note"]);
        Assert.Equal("too-long", Assert.Single(GuardedForm.Refusals(http)).Code);
    }

    [Fact]
    public async Task Execute_ThePagesOwnFields_AreLeftAlone()
    {
        var sealedAnswers = Convert.ToBase64String([
            .. Enumerable.Range(0, 900).Select(i => (byte)(i * i * 7 >> 2)),
        ]);

        var http = await RunAsync(("_answers", sealedAnswers), ("a1.note", sealedAnswers));

        Assert.Equal(sealedAnswers, http.Request.Form["_answers"]);
        Assert.Equal("a1.note", Assert.Single(GuardedForm.Refusals(http)).Field);
    }

    [Fact]
    public async Task Host_PostedLinkToAPicture_IsNeitherShownNorLogged()
    {
        var logs = new EveryLogLine();
        await using var host = new WaymarkHost();
        using var visitor = new Visitor(
            host.WithWebHostBuilder(builder =>
                    builder.ConfigureTestServices(services =>
                        services
                            .AddLogging(logging =>
                                logging.AddProvider(logs).SetMinimumLevel(LogLevel.Trace)
                            )
                            .Configure<LoggerFilterOptions>(filters => filters.Rules.Clear())
                    )
                )
                .CreateClient(new() { AllowAutoRedirect = false })
        );
        var page = await visitor.GetAsync("/accounts/sign-in");

        var refused = await page.SubmitAsync(
            visitor,
            "form:has([name=Password])",
            ("Email", Link),
            ("Password", "x")
        );

        Assert.DoesNotContain("qx7secret", refused.Html, StringComparison.Ordinal);
        Assert.Contains("Why this was not taken", refused.Html, StringComparison.Ordinal);
        Assert.Contains("Internet Watch Foundation", refused.Words, StringComparison.Ordinal);
        Assert.NotEmpty(logs.Lines);
        Assert.DoesNotContain(
            logs.Lines,
            line => line.Contains("qx7secret", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Host_PostedFile_IsRefusedWithTheReason()
    {
        await using var host = new WaymarkHost();
        using var visitor = host.NewVisitor();
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent([1, 2, 3]), "file", "photo.jpg" },
        };

        var response = await visitor.Client.PostAsync(
            new Uri("/accounts/sign-in", UriKind.Relative),
            form,
            TestContext.Current.CancellationToken
        );

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.Equal(
            NoUploads.Explanation,
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
        );
    }

    [Fact]
    public async Task Host_AnyPage_CarriesTheNoticeForPastedPicturesUnseen()
    {
        await using var host = new WaymarkHost();
        using var visitor = host.NewVisitor();

        var page = await visitor.GetAsync("/accounts/sign-in");

        var notice = page.Document.QuerySelector("[data-waymark-image-notice]");
        Assert.NotNull(notice);
        Assert.True(notice.HasAttribute("hidden"));
        Assert.Contains(
            "Pictures cannot be pasted here",
            notice.TextContent,
            StringComparison.Ordinal
        );
    }

    private static async Task<HttpContext> RunAsync(
        params IEnumerable<(string Name, string Value)> fields
    )
    {
        var http = new DefaultHttpContext();
        http.Request.Method = "POST";
        http.Request.ContentType = "application/x-www-form-urlencoded";
        http.Request.Form = new FormCollection(
            fields
                .GroupBy(f => f.Name)
                .ToDictionary(f => f.Key, f => new StringValues([.. f.Select(one => one.Value)]))
        );
        var context = new ResourceExecutingContext(
            new ActionContext(http, new(), new ActionDescriptor()),
            [],
            []
        );
        var went = false;
        await new FreeTextGuardFilter().OnResourceExecutionAsync(
            context,
            () =>
            {
                went = true;
                return Task.FromResult(new ResourceExecutedContext(context, []));
            }
        );
        Assert.True(went);
        return http;
    }

    /// <summary>Everything that any part of the program says, at the lowest level.</summary>
    private sealed class EveryLogLine : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            Lines.Enqueue(state.ToString() ?? "");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => Lines.Enqueue(formatter(state, exception) + exception);

        public void Dispose() { }
    }
}
