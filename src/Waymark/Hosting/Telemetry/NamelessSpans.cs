using System.Diagnostics;
using OpenTelemetry;

namespace Waymark.Hosting.Telemetry;

/// <summary>
/// Takes out of a trace what could tell of a person: the address asked for (a link's token, a record's id), the query, where it came from and
/// with what browser. The route and the status stay.
/// </summary>
internal sealed class NamelessSpans : BaseProcessor<Activity>
{
    private static readonly string[] s_telling =
    [
        "url.path",
        "url.query",
        "url.full",
        "http.target",
        "http.url",
        "client.address",
        "client.port",
        "network.peer.address",
        "network.peer.port",
        "user_agent.original",
        "http.user_agent",
        "enduser.id",
    ];

    public override void OnEnd(Activity data)
    {
        foreach (var tag in s_telling)
        {
            data.SetTag(tag, null);
        }
    }
}
