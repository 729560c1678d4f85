using System.Security.Cryptography;

namespace Waymark.Security.Encryption;

/// <summary>
/// AES-256-GCM with a random 96-bit nonce: nonce, ciphertext, 128-bit tag. One key must not encrypt more than 2^32 texts
/// (NIST SP 800-38D, 8.3); an agency that writes a thousand fields a minute comes there after eight thousand years.
/// </summary>
internal static class FieldCipher
{
    /// <summary>The length of a key in bytes.</summary>
    public const int KeyLength = 32;

    private const int NonceLength = 12;
    private const int TagLength = 16;

    public static byte[] Encrypt(
        ReadOnlySpan<byte> key,
        ReadOnlySpan<byte> boundTo,
        ReadOnlySpan<byte> plaintext
    )
    {
        var output = new byte[NonceLength + plaintext.Length + TagLength];
        var nonce = output.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagLength);
        aes.Encrypt(
            nonce,
            plaintext,
            output.AsSpan(NonceLength, plaintext.Length),
            output.AsSpan(^TagLength..),
            boundTo
        );
        return output;
    }

    /// <summary>The plaintext, or null where any bit of ciphertext, key or binding differs.</summary>
    public static byte[]? Decrypt(
        ReadOnlySpan<byte> key,
        ReadOnlySpan<byte> boundTo,
        ReadOnlySpan<byte> input
    )
    {
        if (input.Length < NonceLength + TagLength)
        {
            return null;
        }
        var plaintext = new byte[input.Length - NonceLength - TagLength];
        using var aes = new AesGcm(key, TagLength);
        try
        {
            aes.Decrypt(
                input[..NonceLength],
                input[NonceLength..^TagLength],
                input[^TagLength..],
                plaintext,
                boundTo
            );
            return plaintext;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }
}
