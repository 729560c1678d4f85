using System.Security.Cryptography;

namespace Waymark.Security.Encryption;

/// <summary>A wrapping key whose bytes come from the configuration.</summary>
/// <param name="Id">Its name: 1 to 40 of the characters a-z, 0-9 and hyphen.</param>
/// <param name="Key">32 secret bytes.</param>
public sealed record WrappingKey(string Id, ReadOnlyMemory<byte> Key) : IWrappingKey
{
    /// <summary>The longest name in characters.</summary>
    public const int IdLength = 40;

    /// <summary>A new key from the system's source of randomness.</summary>
    public static WrappingKey Create(string id) =>
        new(id, RandomNumberGenerator.GetBytes(FieldCipher.KeyLength));

    /// <inheritdoc/>
    public byte[] Wrap(ReadOnlySpan<byte> boundTo, ReadOnlySpan<byte> secret) =>
        FieldCipher.Encrypt(Key.Span, boundTo, secret);

    /// <inheritdoc/>
    public byte[]? Unwrap(ReadOnlySpan<byte> boundTo, ReadOnlySpan<byte> wrapped) =>
        FieldCipher.Decrypt(Key.Span, boundTo, wrapped);

    /// <summary>The line of a key file: the name, a space, and the key in base64.</summary>
    public string ToLine() => $"{Id} {Convert.ToBase64String(Key.Span)}";

    /// <summary>Whether a name may be a key's.</summary>
    public static bool IsId(string text) =>
        text.Length is > 0 and <= IdLength
        && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    /// <summary>The name only: a key must not end in a log by accident.</summary>
    public override string ToString() => Id;
}
