using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Waymark.Features.Openings;
using Waymark.Features.Shared;
using Waymark.Features.Shared.Forms;

namespace Waymark.Features.Accounts.People;

/// <summary>
/// Passes what a suspended person had open to a team or a colleague of the agency. The administrator sees how many records there are, and
/// none of them.
/// </summary>
public sealed class PassRecordsPage(AccountDesk desk, TimeProvider clock) : WaymarkPage(clock)
{
    /// <summary>Who has left.</summary>
    public Practitioner Person { get; private set; } = null!;

    /// <summary>How many records without a team they kept.</summary>
    public int Kept => Held.Count(h => h is { HasTeam: false, Admission.ConcernId: null });

    /// <summary>How many worries about children of other teams they started.</summary>
    public int Worries => Held.Count(h => h.Admission.ConcernId is not null);

    /// <summary>Who can take over: teams, then colleagues who work on records, each by name.</summary>
    public IReadOnlyList<Successor> Successors { get; private set; } = [];

    /// <summary>The one chosen.</summary>
    [BindProperty]
    public string? Chosen { get; set; }

    private IReadOnlyList<HeldRecord> Held { get; set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid personId, CancellationToken cancellation)
    {
        await using var work = desk.Open(Me.AgencyId);
        return await LoadAsync(work, personId, cancellation) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(Guid personId, CancellationToken cancellation)
    {
        await using var work = desk.Open(Me.AgencyId);
        if (!await LoadAsync(work, personId, cancellation))
        {
            return NotFound();
        }
        if (Successors.FirstOrDefault(s => s.Value == Chosen) is not { } successor)
        {
            HasErrors(
                new FieldError(nameof(Chosen), "Choose a team or a colleague", "successor-required")
            );
            return ShowErrors();
        }
        var known = await work
            .Db.Admissions.AsNoTracking()
            .Where(a =>
                a.PersonId == successor.Id
                && a.Until == null
                && a.Ground != AdmissionGround.Emergency
            )
            .ToListAsync(cancellation);
        var passing = Passing.To(Held, successor, known, Now);
        foreach (var ended in passing.Ended)
        {
            ended.Until = Now;
        }
        foreach (
            var child in await work
                .Db.Children.Where(c => passing.Placed.Contains(c.Id))
                .ToListAsync(cancellation)
        )
        {
            child.TeamId = successor.Id;
        }
        work.Db.Admissions.AddRange(passing.Opened);
        work.Db.Events.AddRange(passing.Events(Person.DisplayName, successor, Me, Now));
        await work.Db.SaveChangesAsync(cancellation);
        return Redirect($"/people/{Person.Id}");
    }

    private async Task<bool> LoadAsync(
        AccountWork work,
        Guid personId,
        CancellationToken cancellation
    )
    {
        var person = await work.Db.Users.SingleOrDefaultAsync(
            p => p.Id == personId && p.AgencyId == Me.AgencyId && p.SuspendedAt != null,
            cancellation
        );
        if (person is null)
        {
            return false;
        }
        Person = person;
        Held =
        [
            .. (
                await (
                    from admission in work.Db.Admissions
                    join child in work.Db.Children on admission.ChildId equals child.Id
                    where
                        admission.PersonId == personId
                        && admission.Until == null
                        && admission.Ground != AdmissionGround.Emergency
                    orderby admission.At
                    select new { admission, hasTeam = child.TeamId != null }
                ).ToListAsync(cancellation)
            ).Select(h => new HeldRecord(h.admission, h.hasTeam)),
        ];
        var teams = await work
            .Db.Teams.AsNoTracking()
            .OrderBy(t => t.Name)
            .Select(t => new Successor.OfTeam(t.Id, t.Name))
            .ToListAsync(cancellation);
        var colleagues = await work
            .Db.Users.Where(p =>
                p.AgencyId == Me.AgencyId
                && p.SuspendedAt == null
                && (
                    from held in work.Db.UserRoles
                    join role in work.Db.Roles on held.RoleId equals role.Id
                    where
                        held.UserId == p.Id
                        && (role.Name == Roles.Practitioner || role.Name == Roles.Supervisor)
                    select held
                ).Any()
            )
            .OrderBy(p => p.DisplayName)
            .ThenBy(p => p.Id)
            .Select(p => new Successor.OfPerson(p.Id, p.DisplayName))
            .ToListAsync(cancellation);
        Successors = [.. teams, .. colleagues];
        return true;
    }
}
