namespace Waymark.Instruments.Expressions;

/// <summary>Which parts of a response an expression's value may consist of, as far as can be told without answers.</summary>
/// <param name="IsRoot">The response itself.</param>
/// <param name="Items">Items, whichever occurrence.</param>
/// <param name="Answers">Answers of these items.</param>
/// <param name="IsNamed">Whether the items were asked for by linkId, so that reading them is meant and not incidental.</param>
/// <param name="Limit">The repeating item within whose own occurrence all of it lies; <see langword="null"/> for anywhere.</param>
internal sealed record Reach(
    bool IsRoot,
    IReadOnlyList<ItemDefinition> Items,
    IReadOnlyList<ItemDefinition> Answers,
    bool IsNamed,
    ItemDefinition? Limit
)
{
    /// <summary>No part of the response.</summary>
    internal static readonly Reach None = new(false, [], [], true, null);

    internal static readonly Reach Response = new(true, [], [], false, null);

    internal bool IsNone => !IsRoot && Items.Count == 0 && Answers.Count == 0;

    internal Reach With(Reach other)
    {
        if (IsNone)
        {
            return other;
        }

        if (other.IsNone)
        {
            return this;
        }

        return new(
            IsRoot || other.IsRoot,
            [.. Items.Union(other.Items)],
            [.. Answers.Union(other.Answers)],
            IsNamed && other.IsNamed,
            ReferenceEquals(Limit, other.Limit) ? Limit : null
        );
    }
}

/// <summary>How one item's answers are read.</summary>
/// <param name="IsNamed">Whether by its linkId: a circle through such readings is the author's mistake, any other may be incidental.</param>
/// <param name="Limit">The repeating item within whose own occurrence they are read.</param>
internal readonly record struct Reading(bool IsNamed, ItemDefinition? Limit);

/// <summary>What an expression reads of a response.</summary>
internal sealed class Readings
{
    internal Dictionary<ItemDefinition, Reading> Answers { get; } = [];

    internal HashSet<Behavior.Computation> Variables { get; } = [];

    /// <summary>Whether it reads everything, so that any change may change it.</summary>
    internal bool WholeForm { get; set; }

    internal void Read(ItemDefinition item, bool isNamed, ItemDefinition? limit)
    {
        if (!Answers.TryGetValue(item, out var before))
        {
            Answers[item] = new(isNamed, limit);
        }
        else if (before.IsNamed != isNamed || !ReferenceEquals(before.Limit, limit))
        {
            Answers[item] = new(
                before.IsNamed || isNamed,
                ReferenceEquals(before.Limit, limit) ? limit : null
            );
        }
    }

    internal void Add(Readings other)
    {
        foreach (var (item, reading) in other.Answers)
        {
            Read(item, reading.IsNamed, reading.Limit);
        }

        Variables.UnionWith(other.Variables);
        WholeForm |= other.WholeForm;
    }
}
