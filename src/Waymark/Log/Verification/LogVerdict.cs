using Waymark.Log.Export;

namespace Waymark.Log.Verification;

/// <summary>What a verifier found.</summary>
/// <param name="Header">What the export says of itself; null where its first line cannot be read.</param>
/// <param name="Entries">The number of entry lines read.</param>
/// <param name="Checkpoints">The number of checkpoint lines read.</param>
/// <param name="Faults">What is wrong, in the order of lines; empty when every line is as it was written.</param>
/// <param name="StoppedEarly">Whether there were so many faults that the rest was not read.</param>
public sealed record LogVerdict(
    ExportHeader? Header,
    long Entries,
    long Checkpoints,
    IReadOnlyList<LogFault> Faults,
    bool StoppedEarly
)
{
    /// <summary>Whether nothing was found wrong.</summary>
    public bool IsSound => Faults.Count == 0;
}
