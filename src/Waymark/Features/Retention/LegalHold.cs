using Waymark.Data;

namespace Waymark.Features.Retention;

/// <summary>A reason in law why a record must not be erased. Placed and lifted by a person; while it stands nothing erases the record.</summary>
public sealed class LegalHold : IAgencyOwned
{
    /// <summary>The shortest reason, in characters.</summary>
    public const int ReasonLeast = 10;

    /// <summary>The longest reason, in characters.</summary>
    public const int TextLength = 1000;

    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required Guid AgencyId { get; init; }

    public required Guid ChildId { get; init; }
    public required string Reason { get; init; }
    public required DateTimeOffset PlacedAt { get; init; }
    public required Guid PlacedById { get; init; }
    public required string PlacedByName { get; init; }

    /// <summary>When it was lifted, or null while it stands.</summary>
    public DateTimeOffset? LiftedAt { get; set; }
    public string? LiftedByName { get; set; }

    /// <summary>Why it was lifted; empty while it stands.</summary>
    public string LiftReason { get; set; } = "";
}
