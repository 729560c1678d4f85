using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Waymark.Features.Accounts.Ways;

/// <summary>
/// Codes that change with time: TOTP as RFC 6238 sets it, with SHA-1, six digits and steps of 30 seconds, which every code app knows. Pure.
/// </summary>
public static class Totp
{
    /// <summary>The length of a secret, in bytes: that of the hash, as RFC 4226 recommends.</summary>
    public const int SecretBytes = 20;

    private const int StepSeconds = 30;
    private const int Modulus = 1_000_000;
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>The time-step of a moment.</summary>
    public static long StepAt(DateTimeOffset moment) => moment.ToUnixTimeSeconds() / StepSeconds;

    /// <summary>The code of a step, as the app shows it.</summary>
    /// <param name="secret">The secret in base 32.</param>
    /// <param name="step">The time-step.</param>
    public static string CodeAt(string secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        // The algorithm of RFC 6238 that apps know; a keyed hash does not rest on collisions.
#pragma warning disable CA5350
        HMACSHA1.HashData(FromBase32(secret), counter, hash);
#pragma warning restore CA5350
        var offset = hash[^1] & 0xf;
        var number = System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(hash[offset..]);
        return ((number & 0x7fff_ffff) % Modulus).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// The step whose code was typed, or null when it is none of those that are good now: this step and one to either side, for clocks
    /// that differ, and only later than the step of the last code taken.
    /// </summary>
    /// <param name="secret">The secret in base 32.</param>
    /// <param name="typed">What was typed; spaces make no difference.</param>
    /// <param name="now">The moment.</param>
    /// <param name="lastStep">The step of the newest code that was taken.</param>
    public static long? Match(string secret, string? typed, DateTimeOffset now, long lastStep)
    {
        var code = Encoding.UTF8.GetBytes(
            string.Concat((typed ?? "").Where(c => !char.IsWhiteSpace(c)))
        );
        long? matched = null;
        for (var step = StepAt(now) - 1; step <= StepAt(now) + 1; step++)
        {
            if (
                CryptographicOperations.FixedTimeEquals(
                    Encoding.ASCII.GetBytes(CodeAt(secret, step)),
                    code
                )
                && step > lastStep
            )
            {
                matched = step;
            }
        }
        return matched;
    }

    /// <summary>Bytes in base 32 (RFC 4648) without padding.</summary>
    public static string ToBase32(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        var (buffer, bits) = (0, 0);
        foreach (var next in bytes)
        {
            (buffer, bits) = (((buffer << 8) | next) & 0xfff, bits + 8);
            for (; bits >= 5; bits -= 5)
            {
                text.Append(Base32[(buffer >> (bits - 5)) & 0x1f]);
            }
        }
        if (bits > 0)
        {
            text.Append(Base32[(buffer << (5 - bits)) & 0x1f]);
        }
        return text.ToString();
    }

    /// <summary>The address that a code app reads from a QR code: who it is for, and the secret.</summary>
    /// <param name="account">The account's e-mail address.</param>
    /// <param name="secret">The secret in base 32.</param>
    public static string Address(string account, string secret) =>
        $"otpauth://totp/Waymark:{Uri.EscapeDataString(account)}?secret={secret}&issuer=Waymark";

    private static byte[] FromBase32(string text)
    {
        var bytes = new List<byte>(text.Length);
        var (buffer, bits) = (0, 0);
        foreach (var letter in text)
        {
            (buffer, bits) = (
                ((buffer << 5) | Base32.IndexOf(letter, StringComparison.Ordinal)) & 0xfff,
                bits + 5
            );
            if (bits >= 8)
            {
                bytes.Add((byte)(buffer >> (bits - 8)));
                bits -= 8;
            }
        }
        return [.. bytes];
    }
}
