using System.Collections.Immutable;

namespace Waymark.Statistics.Disclosure;

/// <summary>
/// All that is hidden: blocks without a part in common. What one block leaves open stays open whatever is known of the others, because each is told
/// only by sums of its own.
/// </summary>
internal sealed class Concealment(ImmutableArray<HiddenBlock> blocks, int columns)
{
    public ImmutableArray<HiddenBlock> Blocks => blocks;

    /// <summary>Whether the total of a group follows from what is told.</summary>
    public bool ShowsTotal(int[] group) => blocks.All(b => b.ShowsTotal(group));

    /// <summary>For each column, whether a group's count in it follows from what is told.</summary>
    public bool[] ShowsCounts(int[] group)
    {
        var shows = new bool[columns];
        Array.Fill(shows, true);
        foreach (var block in blocks)
        {
            block.TakeFrom(shows, group);
        }

        return shows;
    }

    /// <summary>How many people the rectangles hold.</summary>
    public long People => blocks.Sum(b => b.People);

    /// <summary>How far the rectangles are from hiding what they must; 0 when all are safe.</summary>
    public long Deficit(SuppressionPolicy policy) => blocks.Sum(b => b.Deficit(policy));

    /// <summary>The same with one block in another's place.</summary>
    public Concealment With(int place, HiddenBlock block) =>
        new(blocks.SetItem(place, block), columns);
}
