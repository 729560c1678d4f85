namespace Waymark.Features.Surveys.Export;

/// <summary>
/// Decides which values of one characteristic may stand as they are, and which are put together with others because too few people share
/// them. Pure.
/// </summary>
public static class SmallGroups
{
    /// <summary>Decides.</summary>
    /// <param name="counts">How many people have each value.</param>
    /// <param name="least">The fewest that may share a value.</param>
    /// <param name="pool">The value that stands for those put together, where some people have it in their own right.</param>
    /// <returns>
    /// The values that stay. The people of all others together, with those who have the pool's value, are nobody or at least
    /// <paramref name="least"/>; where all people together are fewer than that, nothing stays.
    /// </returns>
    public static IReadOnlySet<int> Kept(IReadOnlyDictionary<int, int> counts, int least, int pool)
    {
        ArgumentNullException.ThrowIfNull(counts);
        var kept = counts
            .Where(entry => entry.Key != pool && entry.Value >= least)
            .ToDictionary(entry => entry.Key, entry => entry.Value);
        var pooled = counts.Values.Sum() - kept.Values.Sum();
        // A remainder too small to hide in takes the smallest of those that could have stayed.
        while (pooled > 0 && pooled < least && kept.Count > 0)
        {
            var smallest = kept.MinBy(entry => (entry.Value, entry.Key));
            kept.Remove(smallest.Key);
            pooled += smallest.Value;
        }

        return kept.Keys.ToHashSet();
    }
}
