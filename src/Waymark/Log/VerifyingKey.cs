using System.Security.Cryptography;

namespace Waymark.Log;

/// <summary>The public half of a <see cref="SigningKey"/>.</summary>
public sealed class VerifyingKey
{
    /// <summary>Takes the key as DER (SubjectPublicKeyInfo).</summary>
    public VerifyingKey(byte[] subjectPublicKeyInfo)
    {
        SubjectPublicKeyInfo = subjectPublicKeyInfo;
        Fingerprint = LogHash.Of(subjectPublicKeyInfo);
    }

    /// <summary>The key as DER.</summary>
    public IReadOnlyList<byte> SubjectPublicKeyInfo { get; }

    /// <summary>SHA-256 of the DER: what an agency tells outsiders by another way, so that they know the key is its own.</summary>
    public LogHash Fingerprint { get; }

    /// <summary>Opens the key for verifying, or null where the bytes are no key on P-256.</summary>
    public ECDsa? Open()
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportSubjectPublicKeyInfo([.. SubjectPublicKeyInfo], out var read);
            if (
                read == SubjectPublicKeyInfo.Count
                && key.ExportParameters(includePrivateParameters: false).Curve.Oid.Value
                    == ECCurve.NamedCurves.nistP256.Oid.Value
            )
            {
                return key;
            }
        }
        catch (Exception problem)
            when (problem is CryptographicException or PlatformNotSupportedException)
        {
            // Not a key, or one on a curve this platform has not: the caller names the line it stood in.
        }
        key.Dispose();
        return null;
    }
}
