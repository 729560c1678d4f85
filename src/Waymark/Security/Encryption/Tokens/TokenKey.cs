namespace Waymark.Security.Encryption.Tokens;

/// <summary>A wrapping key that never leaves a hardware module: wrapping and unwrapping happen inside it.</summary>
/// <param name="id">Its name, which is its label in the module.</param>
/// <param name="token">The module.</param>
public sealed class TokenKey(string id, Pkcs11Token token) : IWrappingKey
{
    /// <inheritdoc/>
    public string Id => id;

    /// <inheritdoc/>
    public byte[] Wrap(ReadOnlySpan<byte> boundTo, ReadOnlySpan<byte> secret) =>
        token.Encrypt(id, boundTo.ToArray(), secret.ToArray());

    /// <inheritdoc/>
    public byte[]? Unwrap(ReadOnlySpan<byte> boundTo, ReadOnlySpan<byte> wrapped) =>
        token.Decrypt(id, boundTo.ToArray(), wrapped.ToArray());
}
