namespace Waymark.Data;

/// <summary>
/// Whose rows this unit of work may see. <see cref="Guid.Empty"/> sees none: the wall is shut until someone is signed in.
/// </summary>
public sealed class AgencyScope
{
    /// <summary>The agency of the person signed in, or <see cref="Guid.Empty"/>.</summary>
    public Guid AgencyId { get; private set; }

    /// <summary>Opens the wall for one agency. A scope serves one agency for its whole life.</summary>
    /// <exception cref="InvalidOperationException">The scope already serves another agency.</exception>
    public void Enter(Guid agencyId)
    {
        if (AgencyId != Guid.Empty && AgencyId != agencyId)
        {
            throw new InvalidOperationException("A unit of work serves one agency only.");
        }
        AgencyId = agencyId;
    }
}
