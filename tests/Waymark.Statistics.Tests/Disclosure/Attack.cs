using Waymark.Statistics.Disclosure;

namespace Waymark.Statistics.Tests.Disclosure;

/// <summary>What an attacker looks for in released tables, and how narrowly it can be pinned.</summary>
internal static class Attack
{
    /// <summary>What the tables give away: each target whose lowest and highest possible value lie too close, in words.</summary>
    /// <param name="kinds">The kinds of people that everybody knows there can be, with how many there are.</param>
    /// <param name="tables">What was released.</param>
    public static IEnumerable<string> Breaches(
        JointCounts kinds,
        IReadOnlyList<ReleasedTable> tables
    )
    {
        if (tables.Count == 0)
        {
            yield break;
        }

        var attacker = new Attacker(kinds, tables);
        foreach (
            var (name, sum) in Targets(kinds, tables, attacker).DistinctBy(t => Attacker.Key(t.Sum))
        )
        {
            var (lower, upper) = attacker.Range(sum);
            // The threshold is what must not be undercut; the construction promises one more.
            if (upper - lower <= tables[0].Policy.LargestHidden)
            {
                yield return $"{name} is between {lower} and {upper}";
            }
        }
    }

    /// <summary>
    /// Every hidden figure, every group that answered alike, every small kind of people, every small difference of two released groups.
    /// </summary>
    public static IEnumerable<(string Name, double[] Sum)> Targets(
        JointCounts kinds,
        IReadOnlyList<ReleasedTable> tables,
        Attacker attacker
    )
    {
        var policy = tables[0].Policy;
        var truth = kinds.Rows.SelectMany(r => r.Counts.Select(c => (double)c)).ToArray();
        bool Small(double[] sum) =>
            People(sum) is var people && people >= 1 && people <= policy.LargestHidden;
        var answers = kinds.Answers.Length;
        var groups = new List<(string Name, Group Group)>();
        foreach (var table in tables)
        {
            foreach (var row in table.Rows.Append(table.Total))
            {
                var group = row.Labels.IsEmpty
                    ? Group.Everybody(table.Request)
                    : Group.Row(table.Request, row.Labels);
                var name = $"{table.Request.Key} row {string.Join('/', row.Labels)}";
                groups.Add((name, group));
                for (var a = -1; a < answers; a++)
                {
                    if ((a < 0 || row.Counts.IsEmpty ? row.Total : row.Counts[a]).IsHidden)
                    {
                        yield return ($"{name} answer {a}", attacker.Sum(group, a));
                    }
                }
            }
        }

        // Where all of a group gave one answer, that nobody gave any other must stay as open as a small count.
        double People(double[] sum) => sum.Zip(truth, (s, t) => s * t).Sum();
        foreach (var (name, group) in groups)
        {
            var all = attacker.Sum(group, -1);
            for (var a = 0; policy.HideUnanimous && answers > 1 && a < answers; a++)
            {
                var others = all.Zip(attacker.Sum(group, a), (x, y) => x - y).ToArray();
                if (People(all) > 0 && People(others) == 0)
                {
                    yield return ($"{name}: others than answer {a}", others);
                }
            }
        }

        for (var u = 0; u < truth.Length; u++)
        {
            var kind = new double[truth.Length];
            kind[u] = 1;
            if (Small(kind))
            {
                yield return ($"kind {u}", kind);
            }
        }

        foreach (var (one, first) in groups)
        {
            foreach (var (other, second) in groups)
            {
                for (var a = -1; a < answers; a++)
                {
                    var difference = attacker
                        .Sum(first, a)
                        .Zip(attacker.Sum(second, a), (x, y) => Math.Max(0, x - y))
                        .ToArray();
                    if (Small(difference))
                    {
                        yield return ($"{one} without {other} answer {a}", difference);
                    }
                }
            }
        }
    }
}
