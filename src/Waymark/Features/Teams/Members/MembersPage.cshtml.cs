using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Waymark.Data;
using Waymark.Features.Accounts;
using Waymark.Features.Shared;
using Waymark.Features.Shared.Forms;

namespace Waymark.Features.Teams.Members;

/// <summary>One team: its name, its people and what each does in it.</summary>
public sealed class MembersPage(WaymarkDb db, TimeProvider clock) : WaymarkPage(clock)
{
    /// <summary>The team.</summary>
    public Team Team { get; private set; } = null!;

    /// <summary>The team's people by name.</summary>
    public IReadOnlyList<ListedMember> Members { get; private set; } = [];

    /// <summary>The agency's people who work on records and are not of the team, by name.</summary>
    public IReadOnlyList<OfferedPerson> Others { get; private set; } = [];

    /// <summary>How many children's records the team has.</summary>
    public int Records { get; private set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public Guid? PersonId { get; set; }

    [BindProperty]
    public string? Part { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid teamId, CancellationToken cancellation)
    {
        if (!await LoadAsync(teamId, cancellation))
        {
            return NotFound();
        }
        Name = Team.Name;
        return Page();
    }

    /// <summary>Gives the team another name.</summary>
    public async Task<IActionResult> OnPostRenameAsync(Guid teamId, CancellationToken cancellation)
    {
        if (!await LoadAsync(teamId, cancellation))
        {
            return NotFound();
        }
        var name = TeamName.Normalise(Name);
        var taken = await db
            .Teams.Where(t => t.Id != teamId)
            .Select(t => t.Name)
            .ToListAsync(cancellation);
        if (HasErrors(TeamName.Check(name, taken)))
        {
            return ShowErrors();
        }
        if (name != Team.Name)
        {
            db.Events.Add(Changed(Team.Name, name));
            Team.Name = name;
            await db.SaveChangesAsync(cancellation);
        }
        return Back();
    }

    /// <summary>Takes a person of the agency into the team.</summary>
    public async Task<IActionResult> OnPostAddAsync(Guid teamId, CancellationToken cancellation)
    {
        if (!await LoadAsync(teamId, cancellation))
        {
            return NotFound();
        }
        var person = Others.FirstOrDefault(o => o.Id == PersonId);
        var part = Codes.Parse<TeamPart>(Part);
        if (HasErrors(Check(person, part)))
        {
            Name = Team.Name;
            return ShowErrors();
        }
        db.TeamMembers.Add(
            new()
            {
                TeamId = teamId,
                PersonId = person!.Id,
                AgencyId = Me.AgencyId,
                Part = part!.Value,
                Since = Now,
            }
        );
        db.Events.Add(Changed(null, Words(person.Id, part.Value)));
        await db.SaveChangesAsync(cancellation);
        return Back();
    }

    /// <summary>Takes a person out of the team: its records are closed to them from the next page on.</summary>
    public async Task<IActionResult> OnPostRemoveAsync(Guid teamId, CancellationToken cancellation)
    {
        var member = await db.TeamMembers.SingleOrDefaultAsync(
            m => m.TeamId == teamId && m.PersonId == PersonId,
            cancellation
        );
        if (member is null || !await LoadAsync(teamId, cancellation))
        {
            return NotFound();
        }
        db.TeamMembers.Remove(member);
        db.Events.Add(Changed(Words(member.PersonId, member.Part), null));
        await db.SaveChangesAsync(cancellation);
        return Back();
    }

    /// <summary>Closes a team that has no records.</summary>
    public async Task<IActionResult> OnPostCloseAsync(Guid teamId, CancellationToken cancellation)
    {
        if (!await LoadAsync(teamId, cancellation))
        {
            return NotFound();
        }
        if (Records > 0)
        {
            HasErrors(
                new FieldError(
                    "close",
                    "The team has records. Its supervisor gives them to another team first",
                    "team-has-records"
                )
            );
            Name = Team.Name;
            return ShowErrors();
        }
        db.Teams.Remove(Team);
        db.Events.Add(Event(EventKinds.TeamClosed, concernId: null, Team.Id, before: Team.Name));
        await db.SaveChangesAsync(cancellation);
        return Redirect("/teams");
    }

    private RedirectResult Back() => Redirect($"/teams/{Team.Id}");

    private static IEnumerable<FieldError> Check(OfferedPerson? person, TeamPart? part)
    {
        if (person is null)
        {
            yield return new(
                nameof(PersonId),
                "Choose a person who is not of the team yet",
                "person-required"
            );
        }
        if (part is null)
        {
            yield return new(
                nameof(Part),
                "Choose what the person does in the team",
                "part-required"
            );
        }
        else if (part == TeamPart.Supervisor && person is { Supervises: false })
        {
            yield return new(
                nameof(Part),
                $"{person.Name} has not the role of supervisor. Give it to them first, or add them as a member",
                "part-needs-role"
            );
        }
    }

    private RecordEvent Changed(string? before, string? after) =>
        Event(EventKinds.TeamChanged, concernId: null, Team.Id, before: before, after: after);

    private static string Words(Guid person, TeamPart part) =>
        JsonSerializer.Serialize(new { person, part = part.ToString() });

    private async Task<bool> LoadAsync(Guid teamId, CancellationToken cancellation)
    {
        var team = await db.Teams.SingleOrDefaultAsync(t => t.Id == teamId, cancellation);
        if (team is null)
        {
            return false;
        }
        Team = team;
        var people = await (
            from person in db.Users.AsNoTracking()
            where person.AgencyId == Me.AgencyId
            orderby person.DisplayName, person.Id
            select new
            {
                person.Id,
                person.DisplayName,
                person.JobTitle,
                Roles = (
                    from held in db.UserRoles
                    join role in db.Roles on held.RoleId equals role.Id
                    where held.UserId == person.Id
                    select role.Name
                ).ToList(),
                Place = db.TeamMembers.FirstOrDefault(m =>
                    m.TeamId == teamId && m.PersonId == person.Id
                ),
            }
        ).ToListAsync(cancellation);
        Members =
        [
            .. people
                .Where(p => p.Place is not null)
                .Select(p => new ListedMember(p.Id, p.DisplayName, p.JobTitle, p.Place!.Part)),
        ];
        Others =
        [
            .. people
                .Where(p => p.Place is null)
                .Where(p =>
                    p.Roles.Contains(Roles.Practitioner) || p.Roles.Contains(Roles.Supervisor)
                )
                .Select(p => new OfferedPerson(
                    p.Id,
                    p.DisplayName,
                    p.JobTitle,
                    p.Roles.Contains(Roles.Supervisor)
                )),
        ];
        Records = await db
            .Children.IgnoreQueryFilters([WaymarkDb.NeedToKnow])
            .CountAsync(c => c.TeamId == teamId, cancellation);
        return true;
    }
}

/// <summary>A person of the team.</summary>
public sealed record ListedMember(Guid Id, string Name, string JobTitle, TeamPart Part);

/// <summary>A person who can be taken into the team.</summary>
public sealed record OfferedPerson(Guid Id, string Name, string JobTitle, bool Supervises);
