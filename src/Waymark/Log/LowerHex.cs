namespace Waymark.Log;

/// <summary>
/// Hexadecimal in one spelling only. Base64 and mixed-case digits have several spellings of the same bytes, so that a
/// changed character could go unnoticed; this has none.
/// </summary>
internal static class LowerHex
{
    /// <summary>Fills <paramref name="bytes"/> from exactly twice as many of the digits 0-9 and a-f.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> hex, Span<byte> bytes)
    {
        if (hex.Length != bytes.Length * 2)
        {
            return false;
        }
        for (var i = 0; i < bytes.Length; i++)
        {
            var high = Digit(hex[2 * i]);
            var low = Digit(hex[(2 * i) + 1]);
            if ((high | low) < 0)
            {
                return false;
            }
            bytes[i] = (byte)((high << 4) | low);
        }
        return true;
    }

    private static int Digit(byte character) =>
        character switch
        {
            >= (byte)'0' and <= (byte)'9' => character - '0',
            >= (byte)'a' and <= (byte)'f' => character - 'a' + 10,
            _ => -1,
        };
}
