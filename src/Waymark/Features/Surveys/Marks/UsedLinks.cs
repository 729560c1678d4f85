using System.Buffers.Binary;
using System.Security.Cryptography;
using Waymark.Features.Surveys.Keys;

namespace Waymark.Features.Surveys.Marks;

/// <summary>
/// The invitations of a wave that were used: a set without an order. Sealed, it is a text of fixed length that is new as a whole after every change and
/// says nothing without the evaluation's key, not even how many it holds. Immutable and pure but for the nonce.
/// </summary>
public sealed class UsedLinks
{
    private const int Step = 64;
    private const int IdLength = 16;
    private const int NonceLength = 12;
    private const int TagLength = 16;

    /// <summary>In order, each once. A set of a thousand is opened with every answer that is sent, so it is a plain array.</summary>
    private readonly Guid[] _used;

    private UsedLinks(int room, Guid[] used) => (Room, _used) = (room, used);

    /// <summary>How many invitations it has room for.</summary>
    public int Room { get; }

    /// <summary>How many it holds.</summary>
    public int Count => _used.Length;

    /// <summary>The invitations, in the order of their ids.</summary>
    public IReadOnlyCollection<Guid> Ids => _used;

    /// <summary>An empty set with room for a number of invitations, and some more, so that the length does not tell it.</summary>
    public static UsedLinks For(int invitations) => new((invitations / Step + 1) * Step, []);

    /// <summary>Whether an invitation was used.</summary>
    public bool Has(Guid invitationId) => Array.BinarySearch(_used, invitationId) >= 0;

    /// <summary>The set with one more.</summary>
    /// <exception cref="InvalidOperationException">There is no room: it was made for fewer invitations than the wave has.</exception>
    public UsedLinks With(Guid invitationId)
    {
        var found = Array.BinarySearch(_used, invitationId);
        if (found >= 0)
        {
            return this;
        }
        return _used.Length < Room
            ? new(Room, [.. _used[..~found], invitationId, .. _used[~found..]])
            : throw new InvalidOperationException("There is no room for another used link.");
    }

    /// <summary>The same set with room for more invitations.</summary>
    public UsedLinks WithRoomFor(int invitations) =>
        new(Math.Max(Room, For(invitations).Room), _used);

    /// <summary>The empty set of the same length.</summary>
    public UsedLinks Emptied() => new(Room, []);

    /// <summary>Seals the set for one wave.</summary>
    public byte[] Seal(SurveyKey key, Guid waveId)
    {
        var plain = new byte[4 + Room * IdLength];
        BinaryPrimitives.WriteInt32BigEndian(plain, _used.Length);
        foreach (var (place, id) in _used.Index())
        {
            id.TryWriteBytes(plain.AsSpan(4 + place * IdLength), bigEndian: true, out _);
        }
        var sealedSet = new byte[NonceLength + plain.Length + TagLength];
        var nonce = sealedSet.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(key.Marks, TagLength);
        cipher.Encrypt(
            nonce,
            plain,
            sealedSet.AsSpan(NonceLength, plain.Length),
            sealedSet.AsSpan(NonceLength + plain.Length),
            waveId.ToByteArray(bigEndian: true)
        );
        return sealedSet;
    }

    /// <summary>Opens a sealed set.</summary>
    /// <exception cref="CryptographicException">It was altered, or is another wave's or another key's.</exception>
    public static UsedLinks Open(SurveyKey key, Guid waveId, byte[] sealedSet)
    {
        ArgumentNullException.ThrowIfNull(sealedSet);
        var length = sealedSet.Length - NonceLength - TagLength;
        if (length < 4)
        {
            throw new CryptographicException("The set of used links is cut short.");
        }
        var plain = new byte[length];
        using var cipher = new AesGcm(key.Marks, TagLength);
        cipher.Decrypt(
            sealedSet.AsSpan(0, NonceLength),
            sealedSet.AsSpan(NonceLength, length),
            sealedSet.AsSpan(NonceLength + length),
            plain,
            waveId.ToByteArray(bigEndian: true)
        );
        var used = new Guid[BinaryPrimitives.ReadInt32BigEndian(plain)];
        for (var place = 0; place < used.Length; place++)
        {
            used[place] = new(plain.AsSpan(4 + place * IdLength, IdLength), bigEndian: true);
        }
        return new((length - 4) / IdLength, used);
    }
}
