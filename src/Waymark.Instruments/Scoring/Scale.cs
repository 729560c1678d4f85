namespace Waymark.Instruments;

/// <summary>
/// A scale as its instrument states it: which items count, how they are combined, how many must be answered, and what is done about the
/// others. Never more than arithmetic: what a score means is for people.
/// </summary>
public sealed class Scale
{
    internal Scale(string id, string title, IReadOnlyList<ScaleItem> items)
    {
        Id = id;
        Title = title;
        Items = items;
        MinimumAnswered = items.Count;
    }

    /// <summary>The scale's name, unique in its instrument.</summary>
    public string Id { get; }

    /// <summary>What people call it.</summary>
    public string Title { get; }

    /// <summary>The items that count, in the order stated; at least one.</summary>
    public IReadOnlyList<ScaleItem> Items { get; }

    /// <summary>How the values of the items become one number.</summary>
    public ScaleCombination Combination { get; internal init; }

    /// <summary>The fewest items that must have a value for there to be a score at all: from 1 to the number of items.</summary>
    public int MinimumAnswered { get; internal init; }

    /// <summary>What is done when some items have no value, but enough have; <see langword="null"/> when all are needed.</summary>
    public MissingItems? WhenMissing { get; internal init; }

    /// <summary>To how many decimals the score is rounded, halves away from zero; <see langword="null"/> when it is not rounded.</summary>
    public int? Decimals { get; internal init; }

    /// <summary>The published ranges, from the lowest up; perhaps none.</summary>
    public IReadOnlyList<ScaleBand> Bands { get; internal init; } = [];

    /// <summary>The band a score lies in: the last that begins at or below it.</summary>
    public ScaleBand? BandOf(decimal score) => Bands.LastOrDefault(band => band.From <= score);

    /// <inheritdoc/>
    public override string ToString() => $"{Id}: {Title}";
}

/// <summary>An item of a scale.</summary>
/// <param name="Item">A question that is answered once: a choice whose options have weights, or a number.</param>
/// <param name="Reversed">Whether its value is turned round: lowest plus highest, minus the value.</param>
/// <param name="Lowest">The lowest value it can have; known whenever it is reversed.</param>
/// <param name="Highest">The highest value it can have; known whenever it is reversed.</param>
public sealed record ScaleItem(
    ItemDefinition Item,
    bool Reversed,
    decimal? Lowest,
    decimal? Highest
);

/// <summary>How the values of a scale's items become one number.</summary>
public enum ScaleCombination
{
    /// <summary>Their sum.</summary>
    Sum,

    /// <summary>Their arithmetic mean.</summary>
    Mean,
}

/// <summary>What is done about items without a value when enough others have one.</summary>
public enum MissingItems
{
    /// <summary>Each is taken to have the mean of the others: a sum is multiplied by items ÷ answered; a mean is that of the others.</summary>
    ProRate,

    /// <summary>They are left out: a sum is that of the others.</summary>
    LeaveOut,
}

/// <summary>A range of scores with a name.</summary>
/// <param name="From">The lowest score in it; it ends where the next begins.</param>
/// <param name="Label">What the range is called.</param>
public sealed record ScaleBand(decimal From, string Label);
