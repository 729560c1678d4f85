namespace Waymark.Features.Accounts;

/// <summary>A council, an NHS trust, a school or a charity: the wall around its children's records.</summary>
public sealed class Agency
{
    public required Guid Id { get; init; }

    /// <summary>The agency's name as its people know it.</summary>
    public required string Name { get; init; }

    /// <summary>What sort of agency it is; decides the words for its safeguarding lead.</summary>
    public required AgencyKind Kind { get; init; }
}

/// <summary>The sorts of agency that share a partnership.</summary>
public enum AgencyKind
{
    Council,
    School,
    Health,
    Charity,
}
