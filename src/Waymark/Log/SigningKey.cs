using System.Security.Cryptography;

namespace Waymark.Log;

/// <summary>
/// The key that signs checkpoints: ECDSA on the curve P-256 with SHA-256. It lives outside the database, so that whoever
/// can rewrite the rows cannot sign what they wrote.
/// </summary>
public sealed class SigningKey : IDisposable
{
    /// <summary>The length of a signature in bytes (two numbers of 32 bytes, IEEE P1363).</summary>
    public const int SignatureLength = 64;

    private readonly ECDsa _key;

    private SigningKey(ECDsa key)
    {
        _key = key;
        Public = new(key.ExportSubjectPublicKeyInfo());
    }

    /// <summary>The half that outsiders verify with.</summary>
    public VerifyingKey Public { get; }

    /// <summary>A new key from the system's source of randomness.</summary>
    public static SigningKey Create() => new(ECDsa.Create(ECCurve.NamedCurves.nistP256));

    /// <summary>Reads a private key in PEM (PKCS #8 or SEC 1, not encrypted).</summary>
    /// <returns>The key, or null where the text is no private key on P-256.</returns>
    public static SigningKey? FromPem(string pem)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
            var parameters = key.ExportParameters(includePrivateParameters: true);
            if (
                parameters.D is not null
                && parameters.Curve.Oid.Value == ECCurve.NamedCurves.nistP256.Oid.Value
            )
            {
                return new(key);
            }
        }
        catch (Exception problem)
            when (problem
                    is CryptographicException
                        or ArgumentException
                        or PlatformNotSupportedException
            )
        {
            // No key, an encrypted key, or a public one: the caller says which setting to look at.
        }
        key.Dispose();
        return null;
    }

    /// <summary>The private key in PEM (PKCS #8), to be kept in a file that only the service can read.</summary>
    public string ToPem() => _key.ExportPkcs8PrivateKeyPem();

    /// <summary>The signature of some bytes.</summary>
    public byte[] Sign(ReadOnlySpan<byte> data) =>
        _key.SignData(
            data,
            HashAlgorithmName.SHA256,
            DSASignatureFormat.IeeeP1363FixedFieldConcatenation
        );

    /// <summary>Whether a key made a signature.</summary>
    internal static bool Verify(ECDsa key, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature) =>
        key.VerifyData(
            data,
            signature,
            HashAlgorithmName.SHA256,
            DSASignatureFormat.IeeeP1363FixedFieldConcatenation
        );

    /// <inheritdoc/>
    public void Dispose() => _key.Dispose();
}
