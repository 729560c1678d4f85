using System.Collections.Immutable;

namespace Waymark.Statistics.Disclosure;

/// <summary>
/// The people divided as finely as all the groups at hand can divide them: two people are in the same part exactly when every group holds
/// both or neither. Everything that can be had by adding and subtracting the groups is a sum of parts. Parts without people are left out.
/// </summary>
internal sealed class Partition
{
    private Partition(int[][] counts, int[][] groups)
    {
        Counts = counts;
        Groups = groups;
        Totals = [.. counts.Select(c => c.Sum())];
    }

    /// <summary>For each part, the people in each column.</summary>
    public int[][] Counts { get; }

    /// <summary>For each part, its people.</summary>
    public int[] Totals { get; }

    /// <summary>For each group, the parts it is made of, rising.</summary>
    public int[][] Groups { get; }

    public static Partition Of(
        JointCounts counts,
        MergedAnswers answers,
        ImmutableArray<Group> groups
    )
    {
        var parts = new Dictionary<string, int>(StringComparer.Ordinal);
        var columns = new List<int[]>();
        foreach (var row in counts.Rows.Where(r => r.Counts.Any(c => c > 0)))
        {
            var signature = string.Create(
                groups.Length,
                (counts, groups, row),
                static (text, s) =>
                {
                    for (var g = 0; g < text.Length; g++)
                    {
                        text[g] = s.groups[g].Holds(s.counts, s.row) ? '1' : '0';
                    }
                }
            );
            if (!parts.TryGetValue(signature, out var part))
            {
                parts[signature] = part = columns.Count;
                columns.Add(new int[answers.Columns]);
            }

            for (var a = 0; a < row.Counts.Count; a++)
            {
                columns[part][answers.Of[a]] += row.Counts[a];
            }
        }

        return new Partition(
            [.. columns],
            [
                .. groups.Select(
                    (_, g) =>
                        parts.Where(p => p.Key[g] == '1').Select(p => p.Value).Order().ToArray()
                ),
            ]
        );
    }
}
