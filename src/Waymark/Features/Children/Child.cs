using Waymark.Data;

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

    /// <summary>The age band as last told.</summary>
    public required AgeBand AgeBand { get; set; }
}
