using System.Text;
using System.Xml.Linq;
using Waymark.Security.Encryption;

namespace Waymark.Data.Protection;

/// <summary>Encrypts a key for the database and opens it again.</summary>
public static class ProtectionKeyWrap
{
    /// <summary>A key, wrapped by the newest wrapping key.</summary>
    public static ProtectionKey Wrap(
        WrappingKeys wrapping,
        string name,
        XElement key,
        DateTimeOffset at
    ) =>
        new()
        {
            Name = name,
            WrappedBy = wrapping.Current.Id,
            Wrapped = Encrypt(
                wrapping.Current,
                name,
                Encoding.UTF8.GetBytes(key.ToString(SaveOptions.DisableFormatting))
            ),
            KeptAt = at,
        };

    /// <summary>The key inside, or null where it was altered, renamed, or wrapped by a key that is not there.</summary>
    public static XElement? Open(WrappingKeys wrapping, ProtectionKey kept) =>
        Decrypt(wrapping, kept) is { } xml ? XElement.Parse(Encoding.UTF8.GetString(xml)) : null;

    /// <summary>Wraps with the newest wrapping key what an older one had wrapped.</summary>
    /// <returns>Whether it could be opened to begin with.</returns>
    public static bool Rewrap(WrappingKeys wrapping, ProtectionKey kept)
    {
        if (Decrypt(wrapping, kept) is not { } xml)
        {
            return false;
        }
        kept.Wrapped = Encrypt(wrapping.Current, kept.Name, xml);
        kept.WrappedBy = wrapping.Current.Id;
        return true;
    }

    private static byte[]? Decrypt(WrappingKeys wrapping, ProtectionKey kept) =>
        wrapping.Find(kept.WrappedBy) is { } key
            ? key.Unwrap(Binding(kept.Name, key.Id), kept.Wrapped)
            : null;

    private static byte[] Encrypt(IWrappingKey key, string name, byte[] xml) =>
        key.Wrap(Binding(name, key.Id), xml);

    private static byte[] Binding(string name, string wrappedBy) =>
        new BoundBytes("waymark-protection-key/1").Add(name).Add(wrappedBy).ToArray();
}
