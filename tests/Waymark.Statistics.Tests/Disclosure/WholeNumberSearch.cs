namespace Waymark.Statistics.Tests.Disclosure;

/// <summary>
/// How low and how high a sum can be when every unknown is a whole number: the ends that linear programming allows are tried one after the other,
/// inwards, each by depth-first search over everything that fits the released figures.
/// </summary>
internal sealed class WholeNumberSearch(Attacker attacker)
{
    private const int MostSteps = 2_000_000;
    private int _steps;

    public (double Lower, double Upper) Range(double[] target)
    {
        var (lower, upper) = attacker.Range(target);
        while (lower <= upper && !Exists(target, lower))
        {
            lower++;
        }

        while (lower <= upper && !Exists(target, upper))
        {
            upper--;
        }

        return (lower, upper);
    }

    private bool Exists(double[] target, double value)
    {
        _steps = 0;
        (double[] Row, double Lower, double Upper)[] limits =
        [
            (target, value, value),
            .. attacker.Known,
        ];
        var lowest = new double[attacker.Unknowns];
        var highest = Enumerable.Repeat(1e6, attacker.Unknowns).ToArray();
        return Search(limits, lowest, highest);
    }

    private bool Search(
        (double[] Row, double Lower, double Upper)[] limits,
        double[] lowest,
        double[] highest
    )
    {
        Assert.True(_steps++ < MostSteps, "The survey is too large for exhaustive search.");
        if (!Narrow(limits, lowest, highest))
        {
            return false;
        }

        var open = Enumerable
            .Range(0, lowest.Length)
            .Where(u => lowest[u] < highest[u])
            .OrderBy(u => highest[u] - lowest[u])
            .Select(u => (int?)u)
            .FirstOrDefault();
        if (open is not { } unknown)
        {
            return true;
        }

        var middle = Math.Floor((lowest[unknown] + highest[unknown]) / 2);
        return Half(low: lowest[unknown], high: middle)
            || Half(low: middle + 1, high: highest[unknown]);

        bool Half(double low, double high)
        {
            var (l, h) = ((double[])lowest.Clone(), (double[])highest.Clone());
            (l[unknown], h[unknown]) = (low, high);
            return Search(limits, l, h);
        }
    }

    /// <summary>Draws the bounds in as far as each limit by itself allows; false where nothing fits.</summary>
    private static bool Narrow(
        (double[] Row, double Lower, double Upper)[] limits,
        double[] lowest,
        double[] highest
    )
    {
        for (var moved = true; moved; )
        {
            moved = false;
            foreach (var (row, lower, upper) in limits)
            {
                double least = 0,
                    most = 0;
                for (var u = 0; u < row.Length; u++)
                {
                    least += row[u] * lowest[u];
                    most += row[u] * highest[u];
                }

                if (least > upper || most < lower)
                {
                    return false;
                }

                for (var u = 0; u < row.Length; u++)
                {
                    if (row[u] == 0)
                    {
                        continue;
                    }

                    var high = Math.Min(highest[u], upper - (least - lowest[u]));
                    var low = Math.Max(lowest[u], lower - (most - highest[u]));
                    if (high < highest[u] || low > lowest[u])
                    {
                        least += low - lowest[u];
                        most += high - highest[u];
                        (lowest[u], highest[u]) = (low, high);
                        moved = true;
                    }
                }
            }
        }

        return true;
    }
}
