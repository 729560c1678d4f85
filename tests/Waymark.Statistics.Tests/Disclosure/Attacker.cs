using Waymark.Statistics.Disclosure;

namespace Waymark.Statistics.Tests.Disclosure;

/// <summary>
/// Somebody who has every released table, knows the rule by heart, and works out by linear programming how low and how high any count can be. Unknown
/// is only how many people there are of each kind with each answer: whole, not below zero.
/// </summary>
internal sealed class Attacker
{
    private readonly JointCounts _kinds;
    private readonly Dictionary<string, (double[] Row, double Lower, double Upper)> _known = [];
    private readonly LinearProgram _program;
    private readonly bool[] _zero;
    private readonly int[] _place;

    /// <param name="kinds">The kinds of people there can be; the counts in it are not looked at.</param>
    /// <param name="tables">What was released.</param>
    public Attacker(JointCounts kinds, IEnumerable<ReleasedTable> tables)
    {
        _kinds = kinds;
        foreach (var table in tables)
        {
            foreach (var row in table.Rows)
            {
                Learn(table, Group.Row(table.Request, row.Labels), row);
            }

            Learn(table, Group.Everybody(table.Request), table.Total);
        }

        _zero = new bool[Unknowns];
        foreach (var (row, _, upper) in _known.Values)
        {
            for (var u = 0; u < Unknowns && upper == 0; u++)
            {
                _zero[u] |= row[u] > 0;
            }
        }

        var left = Enumerable.Range(0, Unknowns).Where(u => !_zero[u]).ToArray();
        _place = new int[Unknowns];
        for (var p = 0; p < left.Length; p++)
        {
            _place[left[p]] = p;
        }

        var limits = _known
            .Values.Where(k => k.Upper > 0)
            .SelectMany(k =>
                new (double[] Row, int Sign, double Limit)[]
                {
                    (k.Row, 1, k.Upper),
                    (k.Row, -1, -k.Lower),
                }
            )
            .ToArray();
        var a = new double[limits.Length, left.Length];
        for (var i = 0; i < limits.Length; i++)
        {
            for (var p = 0; p < left.Length; p++)
            {
                a[i, p] = limits[i].Sign * limits[i].Row[left[p]];
            }
        }

        _program = new LinearProgram(a, [.. limits.Select(l => l.Limit)]);
        if (!_program.Feasible)
        {
            throw new InvalidOperationException("The released figures contradict each other.");
        }
    }

    public int Unknowns => _kinds.Rows.Length * _kinds.Answers.Length;

    /// <summary>What is known, for other ways of attack: each sum of unknowns with its limits.</summary>
    public IReadOnlyCollection<(double[] Row, double Lower, double Upper)> Known => _known.Values;

    /// <summary>The unknowns that make up a count; −1 for all answers.</summary>
    public double[] Sum(Group group, int answer)
    {
        var sum = new double[Unknowns];
        for (var k = 0; k < _kinds.Rows.Length; k++)
        {
            for (var a = 0; a < _kinds.Answers.Length; a++)
            {
                if ((answer < 0 || a == answer) && group.Holds(_kinds, _kinds.Rows[k]))
                {
                    sum[k * _kinds.Answers.Length + a] = 1;
                }
            }
        }

        return sum;
    }

    /// <summary>How low and how high a sum of unknowns can be, rounded inwards to whole people.</summary>
    public (double Lower, double Upper) Range(double[] target)
    {
        var upper = _program.Maximise(Reduced(target, 1));
        var lower = -_program.Maximise(Reduced(target, -1));
        return (Math.Ceiling(lower - 1e-6), Math.Floor(upper + 1e-6));
    }

    private double[] Reduced(double[] target, double sign)
    {
        var reduced = new double[_zero.Count(z => !z)];
        for (var u = 0; u < Unknowns; u++)
        {
            if (!_zero[u])
            {
                reduced[_place[u]] = sign * target[u];
            }
        }

        return reduced;
    }

    private void Learn(ReleasedTable table, Group group, ReleasedRow row)
    {
        Learn(table.Policy, group, -1, row.Total);
        for (var a = 0; a < row.Counts.Length; a++)
        {
            Learn(table.Policy, group, a, row.Counts[a]);
        }
    }

    private void Learn(SuppressionPolicy policy, Group group, int answer, ReleasedCount count)
    {
        if (count.Rounded is not { } rounded)
        {
            return;
        }

        var sum = Sum(group, answer);
        var (lower, upper) =
            rounded == 0
                ? (0, 0)
                : (
                    Math.Max(policy.LargestHidden + 1, policy.LowestBehind(rounded)),
                    policy.LowestBehind(rounded) + policy.RoundTo - 1
                );
        // The same sum told twice is known once, as closely as either tells it.
        var key = Key(sum);
        _known[key] = _known.TryGetValue(key, out var before)
            ? (sum, Math.Max(lower, before.Lower), Math.Min(upper, before.Upper))
            : (sum, lower, upper);
    }

    public static string Key(double[] sum) => string.Concat(sum.Select(x => x > 0 ? '1' : '0'));
}
