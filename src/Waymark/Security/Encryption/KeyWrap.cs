using System.Security.Cryptography;

namespace Waymark.Security.Encryption;

/// <summary>
/// Wraps an agency's key. What is wrapped is bound to its wrapping key's name, agency, purpose and
/// version, so that one agency's row cannot be put in another's place.
/// </summary>
public static class KeyWrap
{
    /// <summary>A new key of an agency, wrapped.</summary>
    public static AgencyKey Create(
        IWrappingKey wrapping,
        Guid agencyId,
        KeyPurpose purpose,
        int version,
        DateTimeOffset at
    )
    {
        var key = RandomNumberGenerator.GetBytes(FieldCipher.KeyLength);
        var made = new AgencyKey
        {
            AgencyId = agencyId,
            Purpose = purpose,
            Version = version,
            WrappedBy = wrapping.Id,
            Wrapped = null,
            MadeAt = at,
        };
        Wrap(wrapping, made, key);
        CryptographicOperations.ZeroMemory(key);
        return made;
    }

    /// <summary>The key inside, or null where it was erased, altered, moved, or wrapped by another key.</summary>
    public static byte[]? Unwrap(WrappingKeys wrapping, AgencyKey wrapped) =>
        wrapped.Wrapped is { } bytes && wrapping.Find(wrapped.WrappedBy) is { } key
            ? key.Unwrap(Binding(wrapped, key.Id), bytes)
            : null;

    /// <summary>Wraps with the current key what another key had wrapped. The key inside stays the same.</summary>
    /// <returns>Whether it could be opened to begin with.</returns>
    public static bool Rewrap(WrappingKeys wrapping, AgencyKey wrapped)
    {
        if (Unwrap(wrapping, wrapped) is not { } key)
        {
            return false;
        }
        Wrap(wrapping.Current, wrapped, key);
        CryptographicOperations.ZeroMemory(key);
        return true;
    }

    private static void Wrap(IWrappingKey wrapping, AgencyKey made, byte[] key)
    {
        made.Wrapped = wrapping.Wrap(Binding(made, wrapping.Id), key);
        made.WrappedBy = wrapping.Id;
    }

    private static byte[] Binding(AgencyKey key, string wrappedBy) =>
        new BoundBytes("waymark-key/1")
            .Add(key.AgencyId)
            .Add(key.Purpose == KeyPurpose.Fields ? "fields" : "lookup")
            .Add(key.Version)
            .Add(wrappedBy)
            .ToArray();
}
