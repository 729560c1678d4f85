using Waymark.Log.Export;

namespace Waymark.Log.Verification;

/// <summary>What a reader knows from elsewhere and holds an export against.</summary>
public sealed record VerifyOptions
{
    /// <summary>
    /// The fingerprints of the agency's keys, learned by another way than the export. Empty: any key is taken, and the
    /// reader must compare the fingerprint that is printed.
    /// </summary>
    public IReadOnlyCollection<LogHash> TrustedKeys { get; init; } = [];

    /// <summary>The header of an export made earlier: the log must still contain exactly what it did then.</summary>
    public ExportHeader? Earlier { get; init; }

    /// <summary>The number of faults after which reading stops.</summary>
    public int MostFaults { get; init; } = 100;
}
