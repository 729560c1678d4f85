using System.Globalization;

namespace Waymark.Features.Demo;

/// <summary>A made-up respondent's answers by linkId, before, straight after and at the follow-up; null where they did not answer.</summary>
internal sealed record DemoRespondent(
    IReadOnlyDictionary<string, string> Before,
    IReadOnlyDictionary<string, string>? After,
    IReadOnlyDictionary<string, string>? FollowUp
);

/// <summary>
/// 692 made-up respondents: as many of each sector as the study of 2014 had by each route, ten of none, and nearly its shares. How sectors differ, and all
/// that comes after the course, is invented: the study published neither.
/// </summary>
internal static class DemoWorkforce
{
    private static readonly (string Sector, int People, double Ease, string[] Roles)[] s_sectors =
    [
        (
            "childrens-services",
            231,
            0.5,
            ["social-worker", "social-worker", "child-protection-adviser", "welfare-officer"]
        ),
        (
            "health",
            278,
            0,
            ["school-nurse", "school-nurse", "health-visitor", "paediatrician", "gp"]
        ),
        ("education", 173, -0.4, ["teacher", "teacher", "learning-support"]),
    ];

    /// <summary>In none of the three sectors.</summary>
    private const int Unallocated = 10;

    /// <summary>The share that gives the answer, of everybody, and how far it goes with ease at the work.</summary>
    private static readonly (
        string Question,
        string Answer,
        string Else,
        double Share,
        double Pull
    )[] s_shares =
    [
        ("met_webcam", "yes", "no", 0.31, 0.6),
        ("met_contact", "yes", "no", 0.44, 0.6),
        ("met_grooming", "yes", "no", 0.52, 0.5),
        ("met_offered", "yes", "no", 0.09, 0.3),
        ("confident_assess", "no", "yes", 0.62, -1),
        ("trained_assess", "no", "yes", 0.70, -0.8),
        ("value_assess", "yes", "no", 0.955, -0.2),
        ("confident_assist", "no", "yes", 0.54, -1),
        ("trained_recovery", "no", "yes", 0.81, -0.8),
        ("value_recovery", "yes", "no", 0.94, -0.2),
    ];

    /// <summary>The respondents.</summary>
    public static IReadOnlyList<DemoRespondent> People(Random chance)
    {
        List<(string? Sector, string? Role, double Ease)> people = [];
        foreach (var (sector, count, ease, roles) in s_sectors)
        {
            for (var i = 0; i < count; i++)
            {
                people.Add((sector, roles[chance.Next(roles.Length)], ease + Bell(chance)));
            }
        }

        for (var i = 0; i < Unallocated; i++)
        {
            people.Add((null, null, Bell(chance)));
        }

        var answers = people
            .Select(_ => new Dictionary<string, string>(StringComparer.Ordinal))
            .ToList();
        foreach (var (question, answer, otherwise, share, pull) in s_shares)
        {
            var chosen = Enumerable
                .Range(0, people.Count)
                .OrderByDescending(i => pull * people[i].Ease + Bell(chance))
                .Take((int)Math.Round(share * people.Count))
                .ToHashSet();
            for (var i = 0; i < people.Count; i++)
            {
                answers[i][question] = chosen.Contains(i) ? answer : otherwise;
            }
        }

        return [.. people.Select((person, i) => Respondent(person, answers[i], chance))];
    }

    private static DemoRespondent Respondent(
        (string? Sector, string? Role, double Ease) person,
        Dictionary<string, string> before,
        Random chance
    )
    {
        void About(Dictionary<string, string> answers)
        {
            if (person is { Sector: { } sector, Role: { } role })
            {
                answers["sector"] = sector;
                answers["role"] = role;
            }
        }

        void Scales(Dictionary<string, string> answers)
        {
            foreach (var about in new[] { "confident_assess", "confident_assist" })
            {
                answers[about + "_scale"] = Tens(
                    (answers[about] == "yes" ? 66 : 38) + 8 * person.Ease + 10 * Bell(chance)
                );
            }
        }

        About(before);
        Scales(before);
        Dictionary<string, string>? after = null,
            later = null;
        if (chance.NextDouble() < 0.63)
        {
            after = new(before, StringComparer.Ordinal)
            {
                ["confident_assess"] = Later(before["confident_assess"], 0.86, 0.58, chance),
                ["confident_assist"] = Later(before["confident_assist"], 0.87, 0.49, chance),
                ["trained_assess"] = "yes",
                ["trained_recovery"] = Later(before["trained_recovery"], 1, 0.88, chance),
                ["value_assess"] = Later(before["value_assess"], 0.72, 0.35, chance),
                ["value_recovery"] = Later(before["value_recovery"], 0.78, 0.35, chance),
            };
            Scales(after);
        }

        if (chance.NextDouble() < (after is null ? 0.08 : 0.52))
        {
            later = new(StringComparer.Ordinal)
            {
                ["used_learning"] = Pick(chance, ("yes", 56), ("no", 14), ("no-chance", 30)),
                ["noticed_more"] = chance.NextDouble() < 0.41 ? "yes" : "no",
                ["talked_manager"] = chance.NextDouble() < 0.48 ? "yes" : "no",
                ["confident_assess"] = Later(
                    (after ?? before)["confident_assess"],
                    0.84,
                    0.28,
                    chance
                ),
                ["confident_assist"] = Later(
                    (after ?? before)["confident_assist"],
                    0.82,
                    0.25,
                    chance
                ),
            };
            About(later);
            Scales(later);
        }

        return new(before, after, later);
    }

    private static string Later(string before, double stays, double comes, Random chance) =>
        chance.NextDouble() < (before == "yes" ? stays : comes) ? "yes" : "no";

    private static string Pick(Random chance, params (string Code, int Percent)[] among)
    {
        var drawn = chance.Next(among.Sum(entry => entry.Percent));
        foreach (var (code, percent) in among)
        {
            drawn -= percent;
            if (drawn < 0)
            {
                return code;
            }
        }

        return among[^1].Code;
    }

    /// <summary>The code of the step of a scale from 0 to 100 that is nearest.</summary>
    internal static string Tens(double value) =>
        ((int)(Math.Round(Math.Clamp(value, 0, 100) / 10) * 10)).ToString(
            CultureInfo.InvariantCulture
        );

    /// <summary>A number around 0, seldom beyond 2 either way: twelve throws of a die.</summary>
    internal static double Bell(Random chance)
    {
        var sum = -6.0;
        for (var i = 0; i < 12; i++)
        {
            sum += chance.NextDouble();
        }

        return sum;
    }
}
