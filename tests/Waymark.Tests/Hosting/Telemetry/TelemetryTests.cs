using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using OpenTelemetry;
using OpenTelemetry.Trace;
using Waymark.Data;
using Waymark.Hosting.Telemetry;
using Waymark.Tests.Host;
using Xunit;

namespace Waymark.Tests.Hosting.Telemetry;

public sealed class TelemetryTests(TracedHost host) : IClassFixture<TracedHost>
{
    [Fact]
    public async Task Trace_OfRequest_NamesRouteAndNeitherAddressNorCaller()
    {
        using var visitor = await host.SignInAsync("megan.hughes");
        var walk = await RecordWalk.StartAsync(host, visitor, "TRACE1");

        await walk.GetAsync("/act-now?heron=feather");

        await host.SpanAsync(span =>
            span.Kind == ActivityKind.Server
            && span.Tags.Any(t =>
                t.Key == "http.route"
                && t.Value.EndsWith("/act-now", StringComparison.OrdinalIgnoreCase)
            )
        );
        Assert.DoesNotContain(
            host.Spans.SelectMany(s => s.Tags),
            tag =>
                tag.Value.Contains(walk.ConcernId.ToString(), StringComparison.OrdinalIgnoreCase)
                || tag.Value.Contains("heron", StringComparison.Ordinal)
                || tag.Value.Contains("TRACE1", StringComparison.OrdinalIgnoreCase)
                || tag.Key.StartsWith("user_agent", StringComparison.Ordinal)
                || tag.Key.StartsWith("client.", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Events_Written_AreCountedByKindAlone()
    {
        ConcurrentQueue<(long Value, KeyValuePair<string, object?>[] Tags)> counted = new();
        using MeterListener listener = new();
        listener.InstrumentPublished = (instrument, l) =>
        {
            if (instrument.Name == EventCounter.Name)
            {
                l.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>(
            (_, value, tags, _) => counted.Enqueue((value, tags.ToArray()))
        );
        listener.Start();

        using var visitor = await host.SignInAsync("megan.hughes");
        await RecordWalk.StartAsync(host, visitor, "TRACE2");

        Assert.Contains(
            counted,
            c => c is { Value: 1, Tags: [{ Value: EventKinds.ConcernStarted }] }
        );
        Assert.All(counted, c => Assert.Equal("waymark.event.kind", Assert.Single(c.Tags).Key));
    }
}

/// <summary>One traced step as it would leave the machine.</summary>
public sealed record Span(ActivityKind Kind, IReadOnlyList<KeyValuePair<string, string>> Tags);

/// <summary>The host with its traces kept, as they would be sent.</summary>
public sealed class TracedHost : WaymarkHost
{
    /// <summary>Every step traced since they were last cleared.</summary>
    public ConcurrentQueue<Span> Spans { get; } = new();

    /// <summary>Waits for a step: a request's own ends after its answer has been read.</summary>
    public async Task SpanAsync(Func<Span, bool> wanted)
    {
        using CancellationTokenSource patience = new(TimeSpan.FromMinutes(1));
        while (!Spans.Any(wanted))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), patience.Token);
        }
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureServices(services =>
            services
                .AddOpenTelemetry()
                .WithTracing(traces =>
                    TelemetryServices.Trace(traces).AddProcessor(new Keeper(Spans))
                )
        );
    }

    private sealed class Keeper(ConcurrentQueue<Span> spans) : BaseProcessor<Activity>
    {
        public override void OnEnd(Activity data) =>
            spans.Enqueue(
                new(
                    data.Kind,
                    [
                        .. data.TagObjects.Select(t =>
                            KeyValuePair.Create(t.Key, t.Value?.ToString() ?? "")
                        ),
                        new("name", data.DisplayName),
                    ]
                )
            );
    }
}
