using Npgsql;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Waymark.Data;

namespace Waymark.Hosting.Telemetry;

/// <summary>Metrics and traces by OpenTelemetry. Nothing is measured for anybody, and nothing leaves, unless a deployment names where to.</summary>
internal static class TelemetryServices
{
    /// <summary>Sends metrics and traces to <see cref="WaymarkOptions.TelemetryEndpoint"/>, where it is set.</summary>
    public static WebApplicationBuilder AddTelemetry(this WebApplicationBuilder builder)
    {
        var endpoint = builder.Configuration[
            $"{WaymarkOptions.Section}:{nameof(WaymarkOptions.TelemetryEndpoint)}"
        ];
        if (Uri.TryCreate(endpoint, UriKind.Absolute, out var to))
        {
            builder
                .Services.AddOpenTelemetry()
                .ConfigureResource(resource =>
                    resource.AddService(
                        "waymark",
                        serviceVersion: typeof(TelemetryServices)
                            .Assembly.GetName()
                            .Version!.ToString(3)
                    )
                )
                .WithMetrics(metrics => Measure(metrics).AddOtlpExporter(o => o.Endpoint = to))
                .WithTracing(traces => Trace(traces).AddOtlpExporter(o => o.Endpoint = to));
        }
        return builder;
    }

    /// <summary>What is measured: requests by route, the runtime, the database, and events written.</summary>
    public static MeterProviderBuilder Measure(MeterProviderBuilder metrics) =>
        metrics
            .AddAspNetCoreInstrumentation()
            .AddRuntimeInstrumentation()
            .AddNpgsqlInstrumentation()
            .AddMeter(EventCounter.MeterName);

    /// <summary>What is traced: requests, by route, and the statements they send to PostgreSQL, without their values.</summary>
    public static TracerProviderBuilder Trace(TracerProviderBuilder traces) =>
        traces
            .AddAspNetCoreInstrumentation(o =>
            {
                o.RecordException = false;
                o.Filter = context => !context.Request.Path.StartsWithSegments("/health");
            })
            .AddNpgsql()
            .AddProcessor<NamelessSpans>();
}
