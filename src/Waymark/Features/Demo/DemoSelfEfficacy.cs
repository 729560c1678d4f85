using Waymark.Instruments;

namespace Waymark.Features.Demo;

/// <summary>150 made-up people who say what they can do, of whom about four in five say it again after a course.</summary>
internal static class DemoSelfEfficacy
{
    private static readonly string[] s_sectors = ["childrens-services", "health", "education"];
    private static readonly string[] s_roles = ["social-worker", "school-nurse", "teacher"];

    /// <summary>The people.</summary>
    public static IReadOnlyList<DemoRespondent> People(Instrument survey, Random chance)
    {
        ArgumentNullException.ThrowIfNull(survey);
        var tasks = survey
            .All.Where(item => item.IsQuestion && item.LinkId is not ("sector" or "role"))
            .Select(item => item.LinkId)
            .ToList();
        // How much a course moves each domain is invented; one hardly moves, so that not everything shines.
        var gains = tasks
            .Select(task => task.Split('_')[0])
            .Distinct()
            .ToDictionary(
                domain => domain,
                domain =>
                    domain switch
                    {
                        "practice" => 0,
                        "care" => 1.5,
                        _ => 5 + 9 * chance.NextDouble(),
                    }
            );
        return
        [
            .. Enumerable
                .Range(0, 150)
                .Select(i =>
                {
                    var place = chance.Next(3);
                    var ease = 9 * DemoWorkforce.Bell(chance);
                    var domains = gains.ToDictionary(
                        gain => gain.Key,
                        _ => 6 * DemoWorkforce.Bell(chance)
                    );
                    var before = Answers(tasks, ease, domains, null, chance);
                    before["sector"] = s_sectors[place];
                    before["role"] = s_roles[place];
                    Dictionary<string, string>? after = null;
                    if (i % 5 != 0)
                    {
                        after = Answers(tasks, ease, domains, gains, chance);
                        after["sector"] = s_sectors[place];
                        after["role"] = s_roles[place];
                    }

                    return new DemoRespondent(before, after, null);
                }),
        ];
    }

    private static Dictionary<string, string> Answers(
        IReadOnlyList<string> tasks,
        double ease,
        Dictionary<string, double> domains,
        Dictionary<string, double>? gains,
        Random chance
    )
    {
        var answers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var task in tasks)
        {
            var domain = task.Split('_')[0];
            // The second part of a task's name begins with its level, 1 to 3.
            var level = task.Split('_')[1][0] is var c and >= '1' and <= '3' ? c - '0' : 2;
            // Now and then a question is left open.
            if (chance.Next(250) > 0)
            {
                answers[task] = DemoWorkforce.Tens(
                    70
                        - 10 * level
                        + ease
                        + domains[domain]
                        + (gains?[domain] ?? 0)
                        + 9 * DemoWorkforce.Bell(chance)
                );
            }
        }

        return answers;
    }
}
