using Waymark.Features.Accounts;

namespace Waymark.Features.Demo;

/// <summary>The fictional agencies and people of a demo.</summary>
internal static class DemoPeople
{
    public static IReadOnlyList<DemoAgency> Agencies { get; } =
    [
        new(
            "Harbourside Council (demo)",
            AgencyKind.Council,
            [
                new("Priya Nair", "Social worker", "priya.nair", [Roles.Practitioner]),
                new("Sam Okafor", "Social worker", "sam.okafor", [Roles.Practitioner]),
                new(
                    "Helen Marsh",
                    "Team manager",
                    "helen.marsh",
                    [Roles.Practitioner, Roles.Supervisor]
                ),
                new(
                    "Dai Probert",
                    "Workforce development lead",
                    "dai.probert",
                    [Roles.TrainingLead]
                ),
                new("Ruth Adeyemi", "Research officer", "ruth.adeyemi", [Roles.Researcher]),
                new("Colin Frost", "Practice and policy lead", "colin.frost", [Roles.ContentOwner]),
                new("Ines Duarte", "Systems administrator", "ines.duarte", [Roles.Administrator]),
            ],
            [
                new("Assessment team (demo)", ["priya.nair", "helen.marsh"]),
                new("Family help team (demo)", ["sam.okafor"]),
            ]
        ),
        new(
            "Saltmarsh Academy (demo)",
            AgencyKind.School,
            [
                new(
                    "Megan Hughes",
                    "Designated safeguarding lead",
                    "megan.hughes",
                    [Roles.Practitioner, Roles.Supervisor]
                ),
                new("Tom Beckett", "Head of year 9", "tom.beckett", [Roles.Practitioner]),
            ],
            []
        ),
        new(
            "Fernhill Community Health (demo)",
            AgencyKind.Health,
            [
                new("Grace Amoah", "School nurse", "grace.amoah", [Roles.Practitioner]),
                new(
                    "Dr Oliver Stein",
                    "Named doctor for safeguarding",
                    "oliver.stein",
                    [Roles.Practitioner, Roles.Supervisor]
                ),
            ],
            []
        ),
    ];
}

/// <summary>A fictional agency. One without teams is one team.</summary>
internal sealed record DemoAgency(
    string Name,
    AgencyKind Kind,
    IReadOnlyList<DemoAccount> People,
    IReadOnlyList<DemoTeam> Teams
);

/// <summary>A fictional team: its people by mailbox; whoever has the role supervises it.</summary>
internal sealed record DemoTeam(string Name, IReadOnlyList<string> Mailboxes);

/// <summary>A fictional person; the address ends in a name reserved for examples.</summary>
internal sealed record DemoAccount(
    string Name,
    string JobTitle,
    string Mailbox,
    IReadOnlyList<string> Roles
)
{
    public string Email => $"{Mailbox}@demo.example";
}
