using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Waymark.Data;
using Waymark.Features.Openings;
using Waymark.Features.Shared;

namespace Waymark.Features.Teams;

/// <summary>The agency's teams, which decide whose records are open to whom. Kept by an administrator, who sees no record.</summary>
public sealed class TeamsPage(WaymarkDb db, TimeProvider clock) : WaymarkPage(clock)
{
    /// <summary>The teams by name.</summary>
    public IReadOnlyList<ListedTeam> Teams { get; private set; } = [];

    /// <summary>How many children's records have no team.</summary>
    public int Unplaced { get; private set; }

    [BindProperty]
    public string? Name { get; set; }

    /// <summary>Whether the records without a team go to the new one.</summary>
    [BindProperty]
    public bool TakeUnplaced { get; set; }

    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    /// <summary>Makes a team.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        var name = TeamName.Normalise(Name);
        if (HasErrors(TeamName.Check(name, Teams.Select(t => t.Name))))
        {
            return ShowErrors();
        }
        var team = new Team
        {
            Id = Guid.CreateVersion7(Now),
            AgencyId = Me.AgencyId,
            Name = name,
        };
        db.Teams.Add(team);
        db.Events.Add(Event(EventKinds.TeamMade, concernId: null, team.Id, after: name));
        if (TakeUnplaced)
        {
            await PlaceAsync(team, cancellation);
            await EndKeepingAsync(cancellation);
        }
        await db.SaveChangesAsync(cancellation);
        return Redirect($"/teams/{team.Id}");
    }

    private IQueryable<Children.Child> UnplacedChildren =>
        db.Children.IgnoreQueryFilters([WaymarkDb.NeedToKnow]).Where(c => c.TeamId == null);

    private async Task PlaceAsync(Team team, CancellationToken cancellation)
    {
        foreach (var child in await UnplacedChildren.ToListAsync(cancellation))
        {
            child.TeamId = team.Id;
            db.Events.Add(
                Event(
                    EventKinds.ChildMoved,
                    concernId: null,
                    child.Id,
                    WaymarkDb.ChildPlace,
                    after: team.Name
                )
            );
        }
    }

    private async Task EndKeepingAsync(CancellationToken cancellation)
    {
        var kept = await db
            .Admissions.Where(a => a.Ground == AdmissionGround.KeepsTheRecord && a.Until == null)
            .ToListAsync(cancellation);
        kept.ForEach(a => a.Until = Now);
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        Teams = await db
            .Teams.AsNoTracking()
            .OrderBy(t => t.Name)
            .Select(t => new ListedTeam(
                t.Id,
                t.Name,
                db.TeamMembers.Count(m => m.TeamId == t.Id),
                db.TeamMembers.Count(m => m.TeamId == t.Id && m.Part == TeamPart.Supervisor)
            ))
            .ToListAsync(cancellation);
        Unplaced = await UnplacedChildren.CountAsync(cancellation);
    }
}

/// <summary>A team in the list.</summary>
public sealed record ListedTeam(Guid Id, string Name, int Members, int Supervisors);
