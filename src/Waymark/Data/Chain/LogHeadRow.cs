using Waymark.Log;

namespace Waymark.Data.Chain;

/// <summary>
/// The head of an agency's log as the database keeps it. Whoever writes an event first takes this row's lock, so that the
/// chain cannot fork.
/// </summary>
public sealed class LogHeadRow
{
    /// <summary>The agency.</summary>
    public required Guid AgencyId { get; init; }

    /// <summary>The newest entry's number.</summary>
    public required long Number { get; set; }

    /// <summary>The newest entry's hash, 32 bytes.</summary>
    public required byte[] Hash { get; set; }

    internal LogHead ToHead() => new(Number, new LogHash(Hash));

    internal static LogHeadRow Start(Guid agencyId) => Of(agencyId, LogHead.Start(agencyId));

    internal static LogHeadRow Of(Guid agencyId, LogHead head) =>
        new()
        {
            AgencyId = agencyId,
            Number = head.Number,
            Hash = head.Hash.ToArray(),
        };
}
