namespace Waymark.Security.Encryption;

/// <summary>
/// A key that wraps the data keys of agencies; it never touches a field itself. Either its bytes come from the configuration
/// (<see cref="WrappingKey"/>), or it stays inside a hardware module (<see cref="Tokens.TokenKey"/>).
/// </summary>
public interface IWrappingKey
{
    /// <summary>Its name: 1 to 40 of the characters a-z, 0-9 and hyphen.</summary>
    string Id { get; }

    /// <summary>Encrypts with AES-256-GCM: 12 bytes of nonce, the ciphertext, 16 bytes of tag.</summary>
    /// <param name="boundTo">What must be the same when it is opened.</param>
    /// <param name="secret">The bytes to wrap.</param>
    byte[] Wrap(ReadOnlySpan<byte> boundTo, ReadOnlySpan<byte> secret);

    /// <summary>The bytes inside, or null where they were altered, bound to something else, or wrapped by another key.</summary>
    byte[]? Unwrap(ReadOnlySpan<byte> boundTo, ReadOnlySpan<byte> wrapped);
}
