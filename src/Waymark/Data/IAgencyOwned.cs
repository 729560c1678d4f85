namespace Waymark.Data;

/// <summary>
/// A row that belongs to one agency and is invisible to every other. <see cref="WaymarkDb"/> filters every query and
/// checks every write by it, so that a page cannot forget.
/// </summary>
public interface IAgencyOwned
{
    /// <summary>The agency whose wall this row stands behind.</summary>
    Guid AgencyId { get; }
}
