namespace Waymark.Features.Demo;

/// <summary>132 made-up people who rated the twelve steps of one case: mostly of one mind, at odds where professions often are.</summary>
internal static class DemoVignette
{
    private static readonly string[] s_codes = ["unsafe", "wait", "acceptable", "essential"];

    /// <summary>The made-up agencies that rated it, in the order of their codes. The last is too small to be told apart.</summary>
    public static IReadOnlyList<string> Agencies { get; } =
    [
        "Riverton Council (made up)",
        "Riverton Police (made up)",
        "Larkfield NHS Trust (made up)",
        "Hilltop School (made up)",
        "Harbour Charity (made up)",
    ];

    /// <summary>By agency, with its people, their role, and how each rates as one of the three groups of <see cref="s_steps"/>.</summary>
    private static readonly (string Agency, int People, string Role, int Like)[] s_groups =
    [
        ("a1", 34, "social-worker", 0),
        ("a2", 26, "police", 0),
        ("a3", 30, "school-nurse", 1),
        ("a4", 34, "teacher", 2),
        ("a5", 8, "youth-worker", 1),
    ];

    /// <summary>Where the ratings of each step lie from 0 to 3, and how far each group lies from it.</summary>
    private static readonly (string Step, double At, double[] Apart)[] s_steps =
    [
        ("step_ring", 2.9, [0, 0, -0.2]),
        ("step_pay", 0.1, [0, 0.1, 0]),
        ("step_suicide", 2.6, [0, 0.3, -0.8]),
        ("step_picture", 0.2, [0, 0.1, 0.2]),
        ("step_stop", 2.6, [-0.1, -0.3, 0]),
        ("step_morning", 0.3, [0, 0, 0.4]),
        ("step_police", 2.2, [0.3, 0, -0.5]),
        ("step_parent", 2.1, [-0.2, 0.2, 0.2]),
        ("step_remove", 2.2, [0, -0.1, 0.1]),
        ("step_sanction", 0.6, [-0.3, -0.3, 0.6]),
        ("step_lead", 2.7, [-0.1, -0.2, 0.3]),
        ("step_fault", 2.7, [0.1, 0.1, -0.2]),
    ];

    /// <summary>Each rater's answers by linkId.</summary>
    public static IEnumerable<IReadOnlyDictionary<string, string>> Ratings(Random chance)
    {
        for (var group = 0; group < s_groups.Length; group++)
        {
            var (agency, people, role, like) = s_groups[group];
            for (var i = 0; i < people; i++)
            {
                var answers = new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["agency"] = agency,
                    ["role"] = role,
                };
                foreach (var (step, at, apart) in s_steps)
                {
                    var rating = at + apart[like] + 0.55 * DemoWorkforce.Bell(chance);
                    answers[step] = s_codes[(int)Math.Round(Math.Clamp(rating, 0, 3))];
                }

                yield return answers;
            }
        }
    }
}
