namespace Waymark.Statistics.Disclosure;

/// <summary>
/// A weighted share that is worked out from a released table and nothing else. A weighted figure taken from the answers themselves, set beside
/// unweighted ones, is an equation more about every hidden figure; this one is not.
/// </summary>
public static class StandardisedShare
{
    /// <summary>
    /// The share that gave an answer if the rows were as large as they are in the population: ΣWp with variance ΣW²p(1 − p)/n (W. G. Cochran (1977),
    /// Sampling Techniques, 3rd edition, 5A.9, given the sizes of the groups), and Wilson's interval on the number of people it is worth. Null where a
    /// row of the population is hidden, missing, or too small to describe.
    /// </summary>
    /// <param name="table">A table of answers with one row variable.</param>
    /// <param name="population">The population's division by the same variable.</param>
    /// <param name="answer">Which answer, by its column.</param>
    /// <param name="coverage">95 in 100 unless told otherwise.</param>
    public static Estimate? Of(
        ReleasedTable table,
        Population population,
        int answer,
        Coverage? coverage = null
    )
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(population);
        var rows = table
            .Rows.Where(r => r.Labels.Length == 1)
            .ToDictionary(r => r.Labels[0], StringComparer.Ordinal);
        double share = 0,
            variance = 0,
            effective = 0;
        var people = 0;
        foreach (var group in population.Groups)
        {
            if (!rows.TryGetValue(group, out var row) || table.Share(row, answer) is not { } part)
            {
                return null;
            }

            var weight = population.Share(group);
            share += weight * part.Value;
            variance += weight * weight * part.Value * (1 - part.Value) / part.Base.Count;
            effective += weight * weight / part.Base.Count;
            people += part.Base.Count;
        }

        share = Math.Clamp(share, 0, 1);
        var @base = new Base(people, 1 / effective);
        var worth =
            variance > 0 ? Math.Min(people, share * (1 - share) / variance) : @base.Effective;
        return new Estimate(
            share,
            WilsonScore.Interval(share, worth, coverage ?? Coverage.Percent95),
            @base,
            Method.StandardisedShare
        );
    }
}
