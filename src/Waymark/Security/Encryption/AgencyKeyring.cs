using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Waymark.Security.Encryption;

/// <summary>
/// The opened keys of one agency: seals fields with the newest, opens them with whichever sealed them. Safe to use from
/// several threads; it lives in memory only.
/// </summary>
public sealed class AgencyKeyring
{
    /// <summary>The length of a keyed hash in bytes.</summary>
    public const int LookupLength = HMACSHA256.HashSizeInBytes;

    private const byte Format = 1;
    private const int HeaderLength = 1 + sizeof(int);

    /// <summary>Texts are filled up to a multiple of this, so that "yes" and "no" cannot be told by their length.</summary>
    private const int PadTo = 32;

    private readonly Guid _agencyId;
    private readonly Dictionary<int, byte[]?> _fields;
    private readonly byte[]? _lookup;

    private AgencyKeyring(Guid agencyId, Dictionary<int, byte[]?> fields, byte[]? lookup)
    {
        _agencyId = agencyId;
        _fields = fields;
        _lookup = lookup;
        Newest = fields.Count == 0 ? 0 : fields.Keys.Max();
    }

    /// <summary>The version of the key that seals; 0 where the agency has none.</summary>
    public int Newest { get; }

    /// <summary>Whether the agency's keys were erased.</summary>
    public bool IsErased => _lookup is null && _fields.Values.All(k => k is null);

    /// <summary>Opens the keys of an agency.</summary>
    /// <param name="wrapping">The installation's keys.</param>
    /// <param name="agencyId">The agency.</param>
    /// <param name="keys">Its rows, erased ones too.</param>
    /// <param name="problem">Which key cannot be opened, for the person who runs the service; empty when all can.</param>
    /// <returns>The keyring, or null where a key that was not erased cannot be opened.</returns>
    public static AgencyKeyring? Open(
        WrappingKeys wrapping,
        Guid agencyId,
        IReadOnlyList<AgencyKey> keys,
        out string problem
    )
    {
        var fields = new Dictionary<int, byte[]?>();
        byte[]? lookup = null;
        foreach (var key in keys)
        {
            var opened = key.AgencyId == agencyId ? KeyWrap.Unwrap(wrapping, key) : null;
            if (opened is null && key.ErasedAt is null)
            {
                problem = wrapping.Find(key.WrappedBy) is null
                    ? $"The keys of agency {agencyId} were wrapped by the key '{key.WrappedBy}', which is not among the encryption keys. Put it back."
                    : $"A key of agency {agencyId} does not open with '{key.WrappedBy}': the row was altered, or the key is not the one of that name.";
                return null;
            }
            switch (key.Purpose)
            {
                case KeyPurpose.Fields:
                    fields[key.Version] = opened;
                    break;
                case KeyPurpose.Lookup:
                    lookup = opened;
                    break;
                default:
                    throw new InvalidOperationException("A key without a purpose.");
            }
        }
        problem = "";
        return new(agencyId, fields, lookup);
    }

    /// <summary>Seals a text for its place: format, key version, nonce, ciphertext, tag.</summary>
    /// <exception cref="InvalidOperationException">The place is another agency's, or this agency has no key any more.</exception>
    public byte[] Seal(FieldPlace place, string text)
    {
        if (place.AgencyId != _agencyId)
        {
            throw new InvalidOperationException(
                $"The keys of agency {_agencyId} cannot seal {place}."
            );
        }
        if (_fields.GetValueOrDefault(Newest) is not { } key)
        {
            throw new InvalidOperationException($"There is no key to seal {place}.");
        }
        byte[] header = [Format, 0, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(1), Newest);
        return [.. header, .. FieldCipher.Encrypt(key, place.Binding(Newest), Pad(text))];
    }

    /// <summary>Opens a field from its place.</summary>
    public OpenedField Open(FieldPlace place, ReadOnlySpan<byte> field)
    {
        if (field.Length < HeaderLength || field[0] != Format || place.AgencyId != _agencyId)
        {
            return new(FieldState.Altered, null);
        }
        var version = BinaryPrimitives.ReadInt32BigEndian(field[1..]);
        if (!_fields.TryGetValue(version, out var key))
        {
            return new(FieldState.KeyUnknown, null);
        }
        if (key is null)
        {
            return new(FieldState.Erased, null);
        }
        return FieldCipher.Decrypt(key, place.Binding(version), field[HeaderLength..]) is { } padded
            ? new(FieldState.Opened, Unpad(padded))
            : new(FieldState.Altered, null);
    }

    /// <summary>Whether a field was sealed by an older key than the newest.</summary>
    public bool IsStale(ReadOnlySpan<byte> field) =>
        field.Length < HeaderLength || BinaryPrimitives.ReadInt32BigEndian(field[1..]) != Newest;

    /// <summary>
    /// The keyed hash (HMAC-SHA-256) by which an exact text is found again without being readable. The same text has another
    /// hash in every agency and in every column. Once the key is erased, a hash that finds nothing.
    /// </summary>
    public byte[] Lookup(string table, string column, string text) =>
        _lookup is null
            ? new byte[LookupLength]
            : HMACSHA256.HashData(
                _lookup,
                new BoundBytes("waymark-lookup/1").Add(table).Add(column).Add(text).ToArray()
            );

    /// <summary>The UTF-8 bytes, 0x80, and zeros up to the next multiple (ISO/IEC 7816-4).</summary>
    private static byte[] Pad(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        var padded = new byte[((length / PadTo) + 1) * PadTo];
        Encoding.UTF8.GetBytes(text, padded);
        padded[length] = 0x80;
        return padded;
    }

    private static string Unpad(byte[] padded) =>
        Encoding.UTF8.GetString(padded, 0, padded.AsSpan().LastIndexOf((byte)0x80));
}
