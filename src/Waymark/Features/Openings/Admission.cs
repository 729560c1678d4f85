using Waymark.Data;

namespace Waymark.Features.Openings;

/// <summary>A person who may open a child's record, or one concern of it, without being of its team.</summary>
public sealed class Admission : IAgencyOwned
{
    /// <summary>The shortest reason for opening a record in an emergency, in characters.</summary>
    public const int ReasonLeast = 10;

    /// <summary>The longest reason or note, in characters.</summary>
    public const int TextLength = 1000;

    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required Guid AgencyId { get; init; }

    public required Guid ChildId { get; init; }

    /// <summary>The one concern that is open to the person, or null for the whole record.</summary>
    public Guid? ConcernId { get; init; }

    public required Guid PersonId { get; init; }
    public required string PersonName { get; init; }
    public required AdmissionGround Ground { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>When it ends, or null for one that lasts.</summary>
    public DateTimeOffset? Until { get; set; }

    /// <summary>Why, in the person's words; empty unless it was an emergency.</summary>
    public string Reason { get; init; } = "";

    /// <summary>When a supervisor said they had looked at it, or null.</summary>
    public DateTimeOffset? ReviewedAt { get; set; }
    public Guid? ReviewedById { get; set; }
    public string? ReviewedByName { get; set; }

    /// <summary>What the supervisor wrote about it; may be empty.</summary>
    public string ReviewNote { get; set; } = "";
}

/// <summary>Why a person may open a record without being of its team.</summary>
public enum AdmissionGround
{
    /// <summary>They started the record and were of no team: it is theirs until it gets a team.</summary>
    KeepsTheRecord,

    /// <summary>They started one worry about a child of another team: that worry is open to them.</summary>
    StartedAWorry,

    /// <summary>They gave a reason and opened it for some hours; the record's supervisors are told.</summary>
    Emergency,
}
