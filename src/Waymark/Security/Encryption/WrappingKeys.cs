using System.Globalization;
using Waymark.Security.Encryption.Tokens;

namespace Waymark.Security.Encryption;

/// <summary>
/// The wrapping keys of an installation, read from a file or an environment variable: one key a line, the name, a space
/// and 32 bytes in base64, or the word <c>pkcs11</c> where the key of that name stays inside the installation's hardware module.
/// The last line is the current key; the others only open what was wrapped before. Empty lines and lines that start with # do not
/// count.
/// </summary>
public sealed class WrappingKeys
{
    private readonly Dictionary<string, IWrappingKey> _keys;

    private WrappingKeys(IReadOnlyList<IWrappingKey> keys)
    {
        _keys = keys.ToDictionary(k => k.Id, StringComparer.Ordinal);
        Current = keys[^1];
    }

    /// <summary>The key that wraps from now on.</summary>
    public IWrappingKey Current { get; }

    /// <summary>One key.</summary>
    public static WrappingKeys Of(params IReadOnlyList<IWrappingKey> keys) => new(keys);

    /// <summary>What stands in a line in place of a key that never leaves the hardware module.</summary>
    public const string OnToken = "pkcs11";

    /// <summary>Reads the keys.</summary>
    /// <param name="text">The file's or variable's text.</param>
    /// <param name="token">The hardware module, or null where there is none.</param>
    /// <param name="problem">What is wrong, naming the line and never the key; empty when nothing is.</param>
    /// <returns>The keys, or null where something is wrong.</returns>
    public static WrappingKeys? Parse(string text, Pkcs11Token? token, out string problem)
    {
        List<IWrappingKey> keys = [];
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            var parts = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (parts is [] || parts[0].StartsWith('#'))
            {
                continue;
            }
            var key = new byte[FieldCipher.KeyLength];
            var fault = parts switch
            {
                not [_, _] => "is not a name, a space and a key",
                [var id, _] when !WrappingKey.IsId(id) =>
                    "has a name with other characters than a-z, 0-9 and hyphen",
                [var id, _] when keys.Any(k => k.Id == id) => "has the name of a line before",
                [_, OnToken] when token is not { IsThere: true } =>
                    "names a key in a hardware module, and Waymark:Pkcs11:Library is not set",
                [var id, OnToken] when token.Fault(id) is { } missing => missing,
                [_, OnToken] => null,
                [_, var base64]
                    when !Convert.TryFromBase64String(base64, key, out var length)
                        || length != key.Length => "does not hold 32 bytes in base64",
                _ => null,
            };
            if (fault is not null)
            {
                problem = string.Create(
                    CultureInfo.InvariantCulture,
                    $"Line {number} of the encryption keys {fault}."
                );
                return null;
            }
            keys.Add(
                parts[1] == OnToken
                    ? new TokenKey(parts[0], token!)
                    : new WrappingKey(parts[0], key)
            );
        }
        problem = keys.Count == 0 ? "There is no encryption key." : "";
        return keys.Count == 0 ? null : new(keys);
    }

    /// <summary>The key of a name, or null.</summary>
    public IWrappingKey? Find(string id) => _keys.GetValueOrDefault(id);
}
