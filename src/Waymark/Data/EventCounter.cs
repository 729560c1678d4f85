using System.Diagnostics.Metrics;

namespace Waymark.Data;

/// <summary>
/// Counts what is written into the log, by kind alone: answers saved, sign-ins and refusals, documents made. It tells how much a deployment is
/// used and that something is wrong, and nothing of any agency, person or child.
/// </summary>
internal static class EventCounter
{
    /// <summary>The name of Waymark's own meter.</summary>
    public const string MeterName = "Waymark";

    /// <summary>The name of the counter; its unit is one event, its tag <c>waymark.event.kind</c>.</summary>
    public const string Name = "waymark.events.written";

    private static readonly Meter s_meter = new(MeterName);
    private static readonly Counter<long> s_written = s_meter.CreateCounter<long>(
        Name,
        "{event}",
        "Events written into the agencies' logs, by kind."
    );

    /// <summary>Counts one event that has been committed.</summary>
    public static void Add(string kind) =>
        s_written.Add(1, new KeyValuePair<string, object?>("waymark.event.kind", kind));
}
