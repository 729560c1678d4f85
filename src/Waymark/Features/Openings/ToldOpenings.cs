using Microsoft.EntityFrameworkCore;
using Waymark.Data;
using Waymark.Features.Teams;

namespace Waymark.Features.Openings;

/// <summary>The emergency openings that a supervisor is told of, with the child's reference and nothing of what is written.</summary>
public static class ToldOpenings
{
    /// <summary>
    /// Those of the teams the person supervises; those of children without a team; and those of teams that nobody else
    /// supervises, so that no opening goes unseen. Never their own.
    /// </summary>
    /// <param name="db">The store, entered by a person who supervises.</param>
    /// <param name="personId">That person.</param>
    public static IQueryable<ToldOpening> Of(WaymarkDb db, Guid personId) =>
        from opening in db.Admissions
        // A supervisor of last resort need not be able to open the record itself.
        join child in db.Children.IgnoreQueryFilters([WaymarkDb.NeedToKnow])
            on opening.ChildId equals child.Id
        where
            opening.Ground == AdmissionGround.Emergency
            && opening.PersonId != personId
            && (
                child.TeamId == null
                || db.TeamMembers.Any(m =>
                    m.TeamId == child.TeamId
                    && m.PersonId == personId
                    && m.Part == TeamPart.Supervisor
                )
                || !db.TeamMembers.Any(m =>
                    m.TeamId == child.TeamId
                    && m.PersonId != opening.PersonId
                    && m.Part == TeamPart.Supervisor
                )
            )
        select new ToldOpening { Opening = opening, Child = child };
}

/// <summary>An opening with the child it is of.</summary>
public sealed record ToldOpening
{
    public required Admission Opening { get; init; }
    public required Children.Child Child { get; init; }
}
