using Waymark.Data;
using Waymark.Features.Retention;

namespace Waymark.Features.Children;

/// <summary>A child known to an agency by its own reference. Waymark asks for no name.</summary>
public sealed class Child : IAgencyOwned
{
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required Guid AgencyId { get; init; }

    /// <summary>The agency's own reference, unique within the agency; compared without regard to case or spaces.</summary>
    public required string Reference { get; init; }

    /// <summary>Age in whole years as last told, or null where only the band is known.</summary>
    public int? AgeYears { get; set; }

    /// <summary>The team whose people may open the record, or null while it has none; see ADR 0020.</summary>
    public Guid? TeamId { get; set; }

    /// <summary>What sort of record it is as far as keeping it goes, or null while nobody chose.</summary>
    public RetentionClass? RetentionClass { get; set; }

    /// <summary>When someone last decided to go on keeping the record, or null.</summary>
    public DateTimeOffset? RetentionReviewedAt { get; set; }

    /// <summary>The age band as last told.</summary>
    public required AgeBand AgeBand { get; set; }
}
