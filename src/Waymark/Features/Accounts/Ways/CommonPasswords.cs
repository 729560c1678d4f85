using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Waymark.Features.Accounts.Ways;

/// <summary>
/// The passwords that are tried first: 28,190 of the commonest in published thefts, of seven letters and digits or more, from the list of
/// zxcvbn-ts (MIT licence). Only the first five bytes of their SHA-256 are kept: a list of people's passwords is not fit to be read.
/// Made by <c>scripts/common-passwords.mjs</c>. Nothing is asked outside.
/// </summary>
public static class CommonPasswords
{
    /// <summary>The fewest letters and digits of an entry.</summary>
    public const int Least = 7;

    private const int HashBytes = 5;
    private const string Resource = "common-passwords.bin";

    private static readonly Lazy<HashSet<ulong>> s_known = new(Read);

    /// <summary>How many there are.</summary>
    public static int Count => s_known.Value.Count;

    /// <summary>What of a password is compared: its letters and digits, in small letters.</summary>
    public static string Bare(string text) =>
        new([.. text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);

    /// <summary>Whether a bare text is one of them.</summary>
    public static bool Has(ReadOnlySpan<char> bare)
    {
        if (bare.Length < Least)
        {
            return false;
        }
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(bare.ToArray()), hash);
        return s_known.Value.Contains(Number(hash[..HashBytes]));
    }

    private static HashSet<ulong> Read()
    {
        using var stream =
            typeof(CommonPasswords).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"{Resource} is not in the program.");
        var all = new byte[stream.Length];
        stream.ReadExactly(all);
        return [.. all.Chunk(HashBytes).Select(entry => Number(entry))];
    }

    private static ulong Number(ReadOnlySpan<byte> entry)
    {
        Span<byte> eight = stackalloc byte[sizeof(ulong)];
        entry.CopyTo(eight[(sizeof(ulong) - HashBytes)..]);
        return BinaryPrimitives.ReadUInt64BigEndian(eight);
    }
}
