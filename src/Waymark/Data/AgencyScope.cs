namespace Waymark.Data;

/// <summary>
/// Whose rows this unit of work may see. <see cref="Guid.Empty"/> sees none: the wall is shut until someone is signed in.
/// Work of the installation itself (checkpoints, the command line) sees the whole agency; a person sees what they need to
/// know.
/// </summary>
public sealed class AgencyScope
{
    /// <summary>The agency of the person signed in, or <see cref="Guid.Empty"/>.</summary>
    public Guid AgencyId { get; private set; }

    /// <summary>The person signed in, or <see cref="Guid.Empty"/> for the installation itself.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>Whether the person supervises: then children of no team are theirs to see too.</summary>
    public bool IsSupervisor { get; private set; }

    /// <summary>The moment the person came in: an opening that ended before it is over.</summary>
    public DateTimeOffset Now { get; private set; }

    /// <summary>Whether it is a person's, who sees only what they need to know.</summary>
    public bool IsOfPerson => PersonId != Guid.Empty;

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

    /// <summary>Opens the wall for one person. What they may see is never widened again.</summary>
    /// <exception cref="InvalidOperationException">The scope already serves another agency or person.</exception>
    public void EnterAs(Guid agencyId, Guid personId, bool isSupervisor, DateTimeOffset now)
    {
        if (personId == Guid.Empty || (IsOfPerson && PersonId != personId))
        {
            throw new InvalidOperationException("A unit of work serves one person only.");
        }
        Enter(agencyId);
        (PersonId, IsSupervisor, Now) = (personId, isSupervisor, now);
    }
}
