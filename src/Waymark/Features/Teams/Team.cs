using Waymark.Data;

namespace Waymark.Features.Teams;

/// <summary>People of one agency who work on the same children: a child's record is open to its team (ADR 0020).</summary>
public sealed class Team : IAgencyOwned
{
    /// <summary>The longest name, in characters.</summary>
    public const int NameLength = 100;

    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required Guid AgencyId { get; init; }

    /// <summary>The name as the agency's people know it; unique within the agency.</summary>
    public required string Name { get; set; }
}

/// <summary>One person's place in one team.</summary>
public sealed class TeamMember : IAgencyOwned
{
    public required Guid TeamId { get; init; }

    /// <summary>The account.</summary>
    public required Guid PersonId { get; init; }

    /// <inheritdoc/>
    public required Guid AgencyId { get; init; }

    public required TeamPart Part { get; set; }

    /// <summary>Since when; the oldest place of a person is the team their new records go to.</summary>
    public required DateTimeOffset Since { get; init; }
}

/// <summary>What a person does in a team.</summary>
public enum TeamPart
{
    /// <summary>Works on the team's records.</summary>
    Member,

    /// <summary>Works on them too, and is told when somebody outside the team opens one.</summary>
    Supervisor,
}
