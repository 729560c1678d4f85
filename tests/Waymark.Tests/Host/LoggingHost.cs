using System.Collections.Concurrent;
using Microsoft.AspNetCore.DataProtection;
using Waymark.Features.Children;
using Waymark.Features.Shared.Answers;

namespace Waymark.Tests.Host;

/// <summary>The host with every log line kept, at the most talkative level.</summary>
public sealed class LoggingHost : WaymarkHost
{
    /// <summary>Every line logged since it was last cleared.</summary>
    public ConcurrentQueue<string> Log { get; } = new();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureLogging(logging =>
            logging.AddProvider(new Keeper(Log)).AddFilter<Keeper>(null, LogLevel.Trace)
        );
    }

    /// <summary>An empty open safety check sealed at a moment.</summary>
    public string SealAsOf(DateTimeOffset moment)
    {
        var draft = StartedResponses
            .StartForm(Library().NewestSafetyCheck(), AgeBand.NotKnown, moment)
            .ToDraftJson();
        return Services
            .GetRequiredService<IDataProtectionProvider>()
            .CreateProtector("waymark.open-safety-check")
            .ToTimeLimitedDataProtector()
            .Protect(draft, moment);
    }

    private sealed class Keeper(ConcurrentQueue<string> log) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public void Dispose() { }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => log.Enqueue(formatter(state, exception));
    }
}
