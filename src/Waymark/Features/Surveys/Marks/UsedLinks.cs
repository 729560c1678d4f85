using System.Collections;
using System.Security.Cryptography;
using Waymark.Features.Surveys.Keys;

namespace Waymark.Features.Surveys.Marks;

/// <summary>
/// The invitations of a wave that were used: one bit for each at its <see cref="Invitation.Place"/>. Sealed, it is a text of fixed length that is new as
/// a whole after every change and says nothing without the evaluation's key, not even how many it holds. Immutable and pure but for the nonce.
/// </summary>
public sealed class UsedLinks
{
    private const int Step = 64;
    private const int NonceLength = 12;
    private const int TagLength = 16;

    /// <summary>Sealed in, so that a set in another form than bits does not open as one.</summary>
    private const byte Format = 2;

    private readonly BitArray _used;

    private UsedLinks(BitArray used) => _used = used;

    /// <summary>How many places it has.</summary>
    public int Room => _used.Length;

    /// <summary>The places of the invitations that were used, in order.</summary>
    public IReadOnlyList<int> Places =>
        [.. Enumerable.Range(0, _used.Length).Where(place => _used[place])];

    /// <summary>An empty set with places for a number of invitations, and some more, so that the length does not tell it.</summary>
    public static UsedLinks For(int invitations) => new(new BitArray(RoomFor(invitations)));

    /// <summary>Whether the invitation at a place was used.</summary>
    public bool Has(int place) => place < _used.Length && _used[place];

    /// <summary>The set with one more.</summary>
    /// <exception cref="InvalidOperationException">There is no such place: it was made for fewer invitations than the wave has.</exception>
    public UsedLinks With(int place) =>
        place >= 0 && place < _used.Length
            ? new(new BitArray(_used) { [place] = true })
            : throw new InvalidOperationException("There is no room for this link.");

    /// <summary>The same set with places for more invitations.</summary>
    public UsedLinks WithRoomFor(int invitations) =>
        new(new BitArray(_used) { Length = Math.Max(Room, RoomFor(invitations)) });

    /// <summary>The empty set of the same length.</summary>
    public UsedLinks Emptied() => new(new BitArray(Room));

    /// <summary>Seals the set for one wave.</summary>
    public byte[] Seal(SurveyKey key, Guid waveId)
    {
        var plain = new byte[Room / 8];
        _used.CopyTo(plain, 0);
        var sealedSet = new byte[NonceLength + plain.Length + TagLength];
        var nonce = sealedSet.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(key.Marks, TagLength);
        cipher.Encrypt(
            nonce,
            plain,
            sealedSet.AsSpan(NonceLength, plain.Length),
            sealedSet.AsSpan(NonceLength + plain.Length),
            Belonging(waveId)
        );
        return sealedSet;
    }

    /// <summary>Opens a sealed set.</summary>
    /// <exception cref="CryptographicException">It was altered, or is another wave's or another key's.</exception>
    public static UsedLinks Open(SurveyKey key, Guid waveId, byte[] sealedSet)
    {
        ArgumentNullException.ThrowIfNull(sealedSet);
        var length = sealedSet.Length - NonceLength - TagLength;
        if (length < 0)
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
            Belonging(waveId)
        );
        return new(new BitArray(plain));
    }

    private static int RoomFor(int invitations) => (invitations / Step + 1) * Step;

    private static byte[] Belonging(Guid waveId) =>
        [.. waveId.ToByteArray(bigEndian: true), Format];
}
