using System.Buffers;
using System.Text;

namespace Waymark.Features.Surveys.Invite;

/// <summary>How the letters of a file are written.</summary>
public enum ListEncoding
{
    Utf8,
    Utf16,
    Windows1252,
}

/// <summary>The words of a file with a list, or what is wrong with it and what to do.</summary>
/// <param name="Text">The words; null where they cannot be read.</param>
/// <param name="Encoding">How they were written.</param>
/// <param name="Issue">What is wrong; its row is that of the first character that cannot be read. Null where there are words.</param>
public sealed record ListWords(string? Text, ListEncoding Encoding, ListIssue? Issue);

/// <summary>
/// Reads the bytes of a file with a list. UTF-8 and UTF-16 are told by their first bytes or by reading the whole strictly; what is neither is taken for
/// Windows-1252, in which Excel writes a plain “CSV” in the United Kingdom. Pure: the file is never stored.
/// </summary>
public static class ListFile
{
    /// <summary>The largest file, in bytes.</summary>
    public const int MostBytes = 400_000;

    private const string SaveAgain =
        "In Excel choose “Save as” and “CSV UTF-8 (comma delimited)”, and upload that file";

    private static readonly Encoding s_utf8 = new UTF8Encoding();
    private static readonly Encoding s_little = new UnicodeEncoding();
    private static readonly Encoding s_big = new UnicodeEncoding(
        bigEndian: true,
        byteOrderMark: false
    );
    private static readonly Encoding s_windows = CodePagesEncodingProvider.Instance.GetEncoding(
        1252
    )!;

    /// <summary>The characters of Windows-1252 that stand in a list; a byte that stands for none gives one that is not here.</summary>
    private static readonly SearchValues<char> s_written = SearchValues.Create([
        '\t',
        '\r',
        '\n',
        .. Enumerable.Range(' ', '\u007F' - ' ').Select(c => (char)c),
        .. Enumerable.Range('\u00A0', '\u2123' - '\u00A0').Select(c => (char)c),
    ]);

    /// <summary>What an encoding is called.</summary>
    public static string Words(this ListEncoding encoding) =>
        encoding switch
        {
            ListEncoding.Utf8 => "UTF-8",
            ListEncoding.Utf16 => "UTF-16",
            ListEncoding.Windows1252 => "Windows-1252",
        };

    /// <summary>Reads the bytes.</summary>
    public static ListWords Read(ReadOnlySpan<byte> file)
    {
        if (file.Length > MostBytes)
        {
            return Wrong(
                "file-too-large",
                $"The file is larger than {MostBytes / 1000} KB. Save parts of the list as files of their own, and upload one after the other"
            );
        }
        if (
            file.StartsWith("PK\u0003\u0004"u8)
            || file.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0])
        )
        {
            return Wrong("file-workbook", $"This is a workbook, not a CSV file. {SaveAgain}");
        }
        if (file.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            return Decoded(s_utf8, file[3..], ListEncoding.Utf8);
        }
        if (file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
        {
            return Decoded(s_little, file[2..], ListEncoding.Utf16);
        }
        if (file.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return Decoded(s_big, file[2..], ListEncoding.Utf16);
        }
        if (file.Contains((byte)0))
        {
            // Half the bytes of addresses in UTF-16 are zero; no list in another encoding has one.
            var words = Decoded(file[0] == 0 ? s_big : s_little, file, ListEncoding.Utf16);
            return words.Text?.AsSpan().ContainsAnyExceptInRange('\t', '\u2FFF') == false
                ? words
                : Wrong("file-not-text", $"This file is not a list that can be read. {SaveAgain}");
        }
        var plain = Decoded(s_utf8, file, ListEncoding.Utf8);
        return plain.Issue is null ? plain : Windows(file);
    }

    private static ListWords Windows(ReadOnlySpan<byte> file)
    {
        var text = s_windows.GetString(file);
        var odd = text.AsSpan().IndexOfAnyExcept(s_written);
        return odd < 0
            ? new(text, ListEncoding.Windows1252, null)
            : Wrong(
                "file-not-text",
                $"The file is written neither in UTF-8 nor in Windows-1252, so a character in it cannot be read. {SaveAgain}",
                text.AsSpan(0, odd).Count('\n') + 1
            );
    }

    /// <summary>A broken character is read as U+FFFD.</summary>
    private static ListWords Decoded(Encoding encoding, ReadOnlySpan<byte> file, ListEncoding name)
    {
        var text = encoding.GetString(file);
        var broken = text.IndexOf('\uFFFD', StringComparison.Ordinal);
        return broken < 0
            ? new(text, name, null)
            : Wrong(
                "file-damaged",
                $"The file says that it is written in {name.Words()}, but a character in it cannot be read: it was cut off or put together from two files. {SaveAgain}",
                text.AsSpan(0, broken).Count('\n') + 1
            );
    }

    private static ListWords Wrong(string code, string message, int row = 1) =>
        new(null, ListEncoding.Utf8, new(row, code, message));
}
