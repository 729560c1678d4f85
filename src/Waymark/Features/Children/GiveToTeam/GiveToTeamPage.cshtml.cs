using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Waymark.Data;
using Waymark.Features.Openings;
using Waymark.Features.Shared;
using Waymark.Features.Shared.Forms;
using Waymark.Features.Teams;

namespace Waymark.Features.Children.GiveToTeam;

/// <summary>
/// Gives a child's record to another team. Its team's supervisor does it; for a record without a team, any supervisor of the
/// agency or whoever keeps it.
/// </summary>
public sealed class GiveToTeamPage(WaymarkDb db, TimeProvider clock) : ChildPage(db, clock)
{
    /// <summary>The agency's teams by name.</summary>
    public IReadOnlyList<Team> Teams { get; private set; } = [];

    /// <summary>The team the record has, or null.</summary>
    public Team? Present => Teams.FirstOrDefault(t => t.Id == Child.TeamId);

    /// <summary>The team it is given to.</summary>
    [BindProperty]
    public Guid? TeamId { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) =>
        await LoadAsync(cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
        {
            return NotFound();
        }
        var team = Teams.FirstOrDefault(t => t.Id == TeamId && t.Id != Child.TeamId);
        if (team is null)
        {
            HasErrors(
                new FieldError(
                    nameof(TeamId),
                    "Choose the team that the record goes to",
                    "team-required"
                )
            );
            return ShowErrors();
        }
        Db.Events.Add(ChildEvent(EventKinds.ChildMoved, before: Present?.Name, after: team.Name));
        Child.TeamId = team.Id;
        foreach (
            var kept in await Db
                .Admissions.Where(a =>
                    a.ChildId == Child.Id
                    && a.Ground == AdmissionGround.KeepsTheRecord
                    && a.Until == null
                )
                .ToListAsync(cancellation)
        )
        {
            kept.Until = Now;
        }
        await Db.SaveChangesAsync(cancellation);
        return Redirect("/concerns");
    }

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        var may = await Db.TeamMembers.AnyAsync(
            m => m.TeamId == Child.TeamId && m.PersonId == Me.Id && m.Part == TeamPart.Supervisor,
            cancellation
        );
        if (!may && Child.TeamId is null)
        {
            may =
                User.IsInRole(Accounts.Roles.Supervisor)
                || await Db.Admissions.AnyAsync(
                    a =>
                        a.ChildId == Child.Id
                        && a.PersonId == Me.Id
                        && a.Ground == AdmissionGround.KeepsTheRecord,
                    cancellation
                );
        }
        if (may)
        {
            Teams = await Db.Teams.AsNoTracking().OrderBy(t => t.Name).ToListAsync(cancellation);
        }
        return may;
    }
}
