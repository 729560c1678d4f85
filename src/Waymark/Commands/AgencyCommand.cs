using System.CommandLine;
using Waymark.Features.Accounts;

namespace Waymark.Commands;

/// <summary><c>waymark agency</c>: makes an agency and invites its first administrator.</summary>
internal static class AgencyCommand
{
    public static Command Create() =>
        new("agency", "Make an agency and invite its administrator.") { New() };

    private static Command New()
    {
        var name = new Argument<string>("NAME")
        {
            Description = "The agency's name as its people know it.",
        };
        var kind = new Option<AgencyKind>("--kind")
        {
            Description = "What sort of agency it is: council, school, health or charity.",
            Required = true,
        };
        var administrator = new Option<string>("--administrator")
        {
            Description = "The work e-mail address of its administrator.",
            Required = true,
        };
        var person = new Option<string>("--name")
        {
            Description = "The administrator's name as colleagues know it.",
            Required = true,
        };
        var job = new Option<string>("--job")
        {
            Description = "The administrator's job.",
            DefaultValueFactory = _ => "Administrator",
        };
        var create = new Command(
            "new",
            "Make the agency, unless it is there, and print a link that works once, for seven days. Hand it to the administrator yourself. The link also helps an agency whose only administrator has gone."
        )
        {
            name,
            kind,
            administrator,
            person,
            job,
        };
        create.SetAction(
            (parsed, cancellation) =>
                Operation.RunAsync<NewAgency>(
                    parsed,
                    async agencies =>
                        await agencies.AddAsync(
                            parsed.GetRequiredValue(name),
                            parsed.GetValue(kind),
                            new(
                                parsed.GetRequiredValue(administrator),
                                parsed.GetRequiredValue(person),
                                parsed.GetValue(job)!,
                                [Roles.Administrator]
                            ),
                            cancellation
                        ),
                    cancellation
                )
        );
        return create;
    }
}
