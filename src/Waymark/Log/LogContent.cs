using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Waymark.Log;

/// <summary>
/// Binds the words of an event into the log without telling them. An answer such as "yes" could be guessed from a bare
/// hash; with 32 secret random bytes kept beside the words it cannot, and once those bytes are erased the digest in the
/// log says nothing any more, while the chain stays whole.
/// </summary>
public static class LogContent
{
    /// <summary>The length of a salt in bytes.</summary>
    public const int SaltLength = 32;

    private static ReadOnlySpan<byte> Purpose => "waymark-log-content/1"u8;

    /// <summary>A fresh salt from the system's source of randomness.</summary>
    public static byte[] NewSalt() => RandomNumberGenerator.GetBytes(SaltLength);

    /// <summary>
    /// SHA-256 over the purpose <c>waymark-log-content/1</c>, the salt, and each of name, before, after as a four-byte
    /// big-endian length and UTF-8 bytes; a missing text has the length -1 and no bytes.
    /// </summary>
    /// <param name="salt">The event's 32 random bytes.</param>
    /// <param name="byName">The name of the person who acted, as it was then.</param>
    /// <param name="before">The value before as JSON, or null.</param>
    /// <param name="after">The value after as JSON, or null.</param>
    /// <exception cref="ArgumentException">The salt is not 32 bytes long.</exception>
    public static LogHash Digest(
        ReadOnlySpan<byte> salt,
        string byName,
        string? before,
        string? after
    )
    {
        if (salt.Length != SaltLength)
        {
            throw new ArgumentException(
                $"A salt has {SaltLength} bytes, not {salt.Length}.",
                nameof(salt)
            );
        }
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sha.AppendData(Purpose);
        sha.AppendData(salt);
        Append(sha, byName);
        Append(sha, before);
        Append(sha, after);
        return new(sha.GetHashAndReset());
    }

    private static void Append(IncrementalHash sha, string? text)
    {
        var bytes = text is null ? [] : Encoding.UTF8.GetBytes(text);
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, text is null ? -1 : bytes.Length);
        sha.AppendData(length);
        sha.AppendData(bytes);
    }
}
