using Waymark.Log;

namespace Waymark.Data.Chain;

/// <summary>A signed checkpoint as the database keeps it; see <see cref="LogCheckpoint"/>.</summary>
public sealed class CheckpointRow
{
    public required Guid AgencyId { get; init; }
    public required long Number { get; init; }
    public required long Entry { get; init; }
    public required byte[] Hash { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>The key that signed it, as DER.</summary>
    public required byte[] PublicKey { get; init; }

    public required byte[] Signature { get; init; }

    internal static CheckpointRow Of(LogCheckpoint checkpoint, VerifyingKey key) =>
        new()
        {
            AgencyId = checkpoint.AgencyId,
            Number = checkpoint.Number,
            Entry = checkpoint.Entry,
            Hash = checkpoint.Hash.ToArray(),
            At = checkpoint.At,
            PublicKey = [.. key.SubjectPublicKeyInfo],
            Signature = [.. checkpoint.Signature],
        };

    internal LogCheckpoint ToCheckpoint() =>
        new(
            AgencyId,
            Number,
            Entry,
            new(Hash),
            At,
            new VerifyingKey(PublicKey).Fingerprint,
            Signature
        );
}
