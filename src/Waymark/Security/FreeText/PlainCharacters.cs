using System.Text;

namespace Waymark.Security.FreeText;

/// <summary>Whether a string is text at all, rather than a file's bytes read as if they were text.</summary>
internal static class PlainCharacters
{
    /// <summary>So many replacement characters are a file that was decoded, not a slip of one letter.</summary>
    private const int MostReplacements = 20;

    /// <summary>
    /// True when there is no control character but tab and line breaks, no half of a surrogate pair, no noncharacter, and not more than a
    /// few U+FFFD. Emoji, joiners, every script and Word's private bullets are text.
    /// </summary>
    public static bool Only(string text)
    {
        var replacements = 0;
        for (var i = 0; i < text.Length; )
        {
            if (
                Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var length)
                != System.Buffers.OperationStatus.Done
            )
            {
                return false;
            }
            i += length;
            var value = rune.Value;
            if (
                value
                is (< 0x20 and not ('\t' or '\n' or '\v' or '\f' or '\r'))
                    or (>= 0x7F and <= 0x9F and not 0x85)
            )
            {
                return false;
            }
            if ((value & 0xFFFE) == 0xFFFE)
            {
                return false;
            }
            if (value == 0xFFFD && ++replacements > MostReplacements)
            {
                return false;
            }
        }
        return true;
    }
}
