using Waymark.Data;
using Waymark.Features.Openings;

namespace Waymark.Features.Accounts.People;

/// <summary>Who takes over what somebody who has left had open.</summary>
public abstract record Successor(Guid Id, string Name)
{
    /// <summary>A team: its people have the records open.</summary>
    public sealed record OfTeam(Guid Id, string Name) : Successor(Id, Name);

    /// <summary>A colleague, who keeps what the person kept.</summary>
    public sealed record OfPerson(Guid Id, string Name) : Successor(Id, Name);

    /// <summary>How the form names it.</summary>
    public string Value => $"{(this is OfTeam ? "team" : "person")}-{Id}";
}

/// <summary>One record, or one worry in a record of another team, that is open to a person for their work.</summary>
/// <param name="Admission">Why it is open to them.</param>
/// <param name="HasTeam">Whether the child's record is open to a team by now.</param>
public sealed record HeldRecord(Admission Admission, bool HasTeam);

/// <summary>What follows when records are passed on.</summary>
/// <param name="Ended">What is no longer open to who had it.</param>
/// <param name="Placed">The children whose record goes to the team.</param>
/// <param name="Opened">What is open to the colleague from now on.</param>
public sealed record Passing(
    IReadOnlyList<Admission> Ended,
    IReadOnlyList<Guid> Placed,
    IReadOnlyList<Admission> Opened
)
{
    /// <summary>
    /// Decides. A record without a team goes to the successor; a worry about a child of another team stays with that team, and goes to a
    /// colleague as well. Pure.
    /// </summary>
    /// <param name="held">What the person who has left has open.</param>
    /// <param name="successor">Who takes over.</param>
    /// <param name="known">What is open to the successor already.</param>
    /// <param name="now">The moment.</param>
    public static Passing To(
        IReadOnlyList<HeldRecord> held,
        Successor successor,
        IReadOnlyList<Admission> known,
        DateTimeOffset now
    ) =>
        new(
            [.. held.Select(h => h.Admission)],
            successor is Successor.OfTeam
                ?
                [
                    .. held.Where(h => IsKept(h) && !h.HasTeam)
                        .Select(h => h.Admission.ChildId)
                        .Distinct(),
                ]
                : [],
            successor is Successor.OfPerson
                ?
                [
                    .. held.Where(h => !(IsKept(h) && h.HasTeam))
                        .Select(h => h.Admission)
                        .Where(a =>
                            !known.Any(k => k.ChildId == a.ChildId && k.ConcernId == a.ConcernId)
                        )
                        .DistinctBy(a => (a.ChildId, a.ConcernId))
                        .Select(a => new Admission
                        {
                            Id = Guid.CreateVersion7(now),
                            AgencyId = a.AgencyId,
                            ChildId = a.ChildId,
                            ConcernId = a.ConcernId,
                            PersonId = successor.Id,
                            PersonName = successor.Name,
                            Ground = a.Ground,
                            At = now,
                        }),
                ]
                : []
        );

    /// <summary>The log's entries: one for each record or worry that changed hands.</summary>
    /// <param name="from">The name of who had it.</param>
    /// <param name="to">Who has it.</param>
    /// <param name="by">The administrator.</param>
    /// <param name="now">The moment.</param>
    public IEnumerable<RecordEvent> Events(
        string from,
        Successor to,
        CurrentPractitioner by,
        DateTimeOffset now
    ) =>
        Ended
            .DistinctBy(a => (a.ChildId, a.ConcernId))
            .Select(a => new RecordEvent
            {
                AgencyId = a.AgencyId,
                ConcernId = a.ConcernId,
                SubjectId = a.ChildId,
                Place = WaymarkDb.ChildPlace,
                At = now,
                ById = by.Id,
                ByName = by.Name,
                Kind = EventKinds.RecordPassed,
                Before = from,
                After = to.Name,
            });

    private static bool IsKept(HeldRecord held) =>
        held.Admission.Ground == AdmissionGround.KeepsTheRecord;
}
