namespace Waymark.Features.Shared.Versions;

/// <summary>Two or more texts that people wrote at the same time, for a person to choose from.</summary>
/// <param name="What">What was written, for instance "formulation".</param>
/// <param name="Versions">The texts that stand side by side, in order.</param>
public sealed record VersionChoice(string What, IReadOnlyList<ChoosableVersion> Versions);

/// <summary>One of the texts.</summary>
/// <param name="Number">The number it was saved under.</param>
/// <param name="By">Who wrote it.</param>
/// <param name="When">When, in words.</param>
/// <param name="Lines">Each field and what it says.</param>
public sealed record ChoosableVersion(
    int Number,
    string By,
    string When,
    IReadOnlyList<(string Label, string Text)> Lines
);
