namespace Waymark.Instruments;

/// <summary>A migration map that was checked against both versions.</summary>
/// <param name="SourceOf">By the target's linkId: the source's question or repeating group that goes there.</param>
/// <param name="LeftBehind">By the source's linkId: why its answers are left behind.</param>
/// <param name="Codings">By the source's coding: the target's, or <see langword="null"/> with a reason when it is left behind.</param>
internal sealed record MigrationPlan(
    IReadOnlyDictionary<string, ItemDefinition> SourceOf,
    IReadOnlyDictionary<string, string> LeftBehind,
    IReadOnlyDictionary<(string System, string Code), MappedCoding> Codings
);

/// <summary>Where an option goes.</summary>
/// <param name="To">The option of the target; <see langword="null"/> when it is left behind.</param>
/// <param name="Why">The reviewer's comment.</param>
internal sealed record MappedCoding(CodingAnswer? To, string? Why);
