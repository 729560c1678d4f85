using Waymark.Data;

namespace Waymark.Features.Concerns;

/// <summary>
/// One worry about one child: the record that a safety check, an assessment, a formulation and a decision belong to.
/// </summary>
public sealed class Concern : IAgencyOwned
{
    /// <summary>The longest worry line, in characters.</summary>
    public const int WorryLength = 300;

    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required Guid AgencyId { get; init; }

    /// <summary>The child the worry is about.</summary>
    public required Guid ChildId { get; init; }

    /// <summary>What worries the practitioner, in one line and their own words.</summary>
    public required string Worry { get; init; }

    /// <summary>The age band when the concern was started; the child's own row may move on.</summary>
    public required Children.AgeBand AgeBand { get; init; }

    public required DateTimeOffset StartedAt { get; init; }
    public required Guid StartedById { get; init; }
    public required string StartedByName { get; init; }
}
