using System.Buffers;

namespace Waymark.Log;

/// <summary>
/// A signed statement that an agency's log had this hash at this entry. Whoever holds it can prove later that no entry up
/// to it was changed, even against someone who could rewrite the whole database.
/// </summary>
/// <param name="AgencyId">The agency whose log it is about.</param>
/// <param name="Number">1 for the agency's first checkpoint, then without a gap.</param>
/// <param name="Entry">The number of the newest entry it covers.</param>
/// <param name="Hash">That entry's hash.</param>
/// <param name="At">When it was signed.</param>
/// <param name="Key">The fingerprint of the key that signed it.</param>
/// <param name="Signature">64 bytes over the canonical line up to, and without, <c>,"signature":</c>.</param>
public sealed record LogCheckpoint(
    Guid AgencyId,
    long Number,
    long Entry,
    LogHash Hash,
    DateTimeOffset At,
    LogHash Key,
    IReadOnlyList<byte> Signature
)
{
    /// <summary>Signs where a log stands.</summary>
    public static LogCheckpoint Sign(
        SigningKey key,
        Guid agencyId,
        long number,
        LogHead head,
        DateTimeOffset at
    )
    {
        var unsigned = new LogCheckpoint(
            agencyId,
            number,
            head.Number,
            head.Hash,
            at,
            key.Public.Fingerprint,
            []
        );
        var line = new ArrayBufferWriter<byte>(512);
        CheckpointLine.WriteBody(line, unsigned);
        return unsigned with { Signature = key.Sign(line.WrittenSpan) };
    }
}
