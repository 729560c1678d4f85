namespace Waymark.Features.Demo;

/// <summary>What made-up people say of their changed work at the follow-up, and what some of their made-up managers say of it. All invented.</summary>
internal static class DemoManagers
{
    private static readonly string[] s_howMuch =
    [
        "not-at-all",
        "a-little",
        "quite-a-lot",
        "a-great-deal",
    ];

    /// <summary>A follow-up with how much the work has changed, and the manager's answers where the manager gave some.</summary>
    public static (
        IReadOnlyDictionary<string, string> Own,
        IReadOnlyDictionary<string, string>? Manager
    ) Of(IReadOnlyDictionary<string, string> followUp, Random chance)
    {
        var used = followUp["used_learning"] == "yes";
        var changed = Math.Clamp(
            (int)Math.Round((used ? 1.7 : 0.9) + 0.8 * DemoWorkforce.Bell(chance)),
            0,
            3
        );
        var own = new Dictionary<string, string>(followUp, StringComparer.Ordinal)
        {
            ["changed_practice"] = s_howMuch[changed],
        };
        if (chance.NextDouble() >= 0.6)
        {
            return (own, null);
        }

        var seen = chance.NextDouble() switch
        {
            < 0.2 => "not-able",
            var drawn when used => drawn < 0.55 ? "several" : "once",
            _ => "no",
        };
        var manager = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["answered_by"] = "manager",
            ["mgr_talked"] =
                followUp["talked_manager"] == "yes" || chance.NextDouble() < 0.3 ? "yes" : "no",
            ["mgr_seen"] = seen,
            ["mgr_needs_more"] = chance.NextDouble() < 0.58 ? "yes" : "no",
        };
        if (seen != "not-able")
        {
            manager["mgr_changed"] = s_howMuch[
                Math.Clamp(changed + (int)Math.Round(-0.2 + 0.7 * DemoWorkforce.Bell(chance)), 0, 3)
            ];
        }

        return (own, manager);
    }
}
