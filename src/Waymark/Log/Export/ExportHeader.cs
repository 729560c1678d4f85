namespace Waymark.Log.Export;

/// <summary>
/// The first line of an export: how much it holds, signed, so that an export cut off at a checkpoint does not pass for a
/// whole one.
/// </summary>
/// <param name="AgencyId">The agency whose log it is.</param>
/// <param name="Head">The newest entry's number and hash when the export was made.</param>
/// <param name="Checkpoints">The number of checkpoints in it.</param>
/// <param name="At">When it was made.</param>
/// <param name="Keys">The keys that signed its checkpoints, and last the key that signed this line.</param>
public sealed record ExportHeader(
    Guid AgencyId,
    LogHead Head,
    long Checkpoints,
    DateTimeOffset At,
    IReadOnlyList<VerifyingKey> Keys
);
