using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Waymark.Features.Surveys.Keys;

/// <summary>
/// The secret of one evaluation and what is derived from it: the tokens in its links, the codes that match one person's answers, the hashes of those
/// codes, and the key of the used links. Each has a subkey of its own (HKDF, SHA-256), so that none tells of another. Pure; see ADR 50.
/// </summary>
public sealed class SurveyKey
{
    /// <summary>The length of the secret, in bytes.</summary>
    public const int Length = 32;

    private readonly byte[] _tokens;
    private readonly byte[] _codes;
    private readonly byte[] _hashes;

    /// <summary>Derives the subkeys.</summary>
    /// <param name="secret">The secret, <see cref="Length"/> bytes.</param>
    public SurveyKey(ReadOnlySpan<byte> secret)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(secret.Length, Length);
        _tokens = Derive(secret, "link-tokens");
        _codes = Derive(secret, "match-codes");
        _hashes = Derive(secret, "match-hashes");
        Marks = Derive(secret, "used-links");
    }

    /// <summary>The key that seals <see cref="PendingMarks"/>. 32 bytes.</summary>
    internal byte[] Marks { get; }

    /// <summary>The token in the link of one invitation: 43 letters, digits, "-" and "_".</summary>
    public string TokenOf(Guid invitationId) => Token("invitation", invitationId);

    /// <summary>The token in the open link of a wave.</summary>
    public string OpenTokenOf(Guid waveId) => Token("open", waveId);

    /// <summary>What the database keeps of a token: its SHA-256. 32 bytes.</summary>
    public static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    /// <summary>The hash that matches the answers of one invitee, and of their manager about them, across waves. 32 bytes.</summary>
    public byte[] MatchHashOf(Guid inviteeId) =>
        Hash("invitee", Base64Url.EncodeToString(HMACSHA256.HashData(_codes, Bytes(inviteeId))));

    /// <summary>The hash that matches the answers given under one code of a respondent's own. 32 bytes.</summary>
    /// <param name="code">As <see cref="OwnCode.Normalise"/> gives it.</param>
    public byte[] MatchHashOf(string code) => Hash("own", code);

    private byte[] Hash(string kind, string code) =>
        HMACSHA256.HashData(_hashes, Encoding.UTF8.GetBytes($"{kind}\n{code}"));

    private string Token(string kind, Guid id) =>
        Base64Url.EncodeToString(
            HMACSHA256.HashData(
                _tokens,
                (byte[])[.. Encoding.UTF8.GetBytes(kind + "\n"), .. Bytes(id)]
            )
        );

    private static byte[] Bytes(Guid id) => id.ToByteArray(bigEndian: true);

    private static byte[] Derive(ReadOnlySpan<byte> secret, string purpose) =>
        HKDF.DeriveKey(
            HashAlgorithmName.SHA256,
            secret.ToArray(),
            Length,
            info: Encoding.UTF8.GetBytes("waymark survey " + purpose)
        );
}
