using Waymark.Data;
using Waymark.Features.Accounts;
using Waymark.Features.Teams;

namespace Waymark.Features.Demo;

/// <summary>The fictional teams of a demo, so that need to know can be seen.</summary>
internal static class DemoTeams
{
    /// <summary>The rows of an agency's teams, and the team of each mailbox that has one.</summary>
    public static IReadOnlyDictionary<string, Guid> Add(
        WaymarkDb db,
        DemoAgency agency,
        IReadOnlyDictionary<string, CurrentPractitioner> people,
        DateTimeOffset now
    )
    {
        Dictionary<string, Guid> teams = [];
        foreach (var demo in agency.Teams)
        {
            var team = new Team
            {
                Id = Guid.CreateVersion7(now),
                AgencyId = db.CurrentAgencyId,
                Name = demo.Name,
            };
            db.Teams.Add(team);
            foreach (var mailbox in demo.Mailboxes)
            {
                teams[mailbox] = team.Id;
                var supervises = agency
                    .People.Single(p => p.Mailbox == mailbox)
                    .Roles.Contains(Roles.Supervisor);
                db.TeamMembers.Add(
                    new()
                    {
                        TeamId = team.Id,
                        PersonId = people[mailbox].Id,
                        AgencyId = team.AgencyId,
                        Part = supervises ? TeamPart.Supervisor : TeamPart.Member,
                        Since = now,
                    }
                );
            }
        }
        return teams;
    }
}
