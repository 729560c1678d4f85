using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Waymark.Log;

/// <summary>
/// The one spelling of each value in a line of the log. It depends on no library's settings, because the bytes must come
/// out the same in decades. Text escapes only quotation mark, backslash and the control characters below U+0020 (as
/// <c>\u00xx</c>); everything else stands as UTF-8.
/// </summary>
internal static class LogText
{
    /// <summary>The length of a moment, <c>2026-11-24T09:05:00.123456Z</c>.</summary>
    public const int MomentLength = 27;

    private const string MomentFormat = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    /// <summary>The 36 characters of an id, lower case with hyphens.</summary>
    public static byte[] Utf8(Guid id) => Encoding.ASCII.GetBytes(id.ToString("D"));

    public static void Write(IBufferWriter<byte> line, ReadOnlySpan<byte> literal) =>
        line.Write(literal);

    public static void Write(IBufferWriter<byte> line, long number)
    {
        Utf8Formatter.TryFormat(number, line.GetSpan(20), out var written);
        line.Advance(written);
    }

    public static void Write(IBufferWriter<byte> line, DateTimeOffset moment)
    {
        moment.UtcDateTime.TryFormat(
            line.GetSpan(MomentLength),
            out var written,
            MomentFormat,
            CultureInfo.InvariantCulture
        );
        line.Advance(written);
    }

    public static void Write(IBufferWriter<byte> line, LogHash hash)
    {
        Span<byte> bytes = stackalloc byte[LogHash.Length];
        hash.CopyTo(bytes);
        WriteHex(line, bytes);
    }

    public static void WriteHex(IBufferWriter<byte> line, ReadOnlySpan<byte> bytes)
    {
        Convert.TryToHexStringLower(bytes, line.GetSpan(bytes.Length * 2), out var written);
        line.Advance(written);
    }

    /// <summary>An id in quotation marks, or <c>null</c>.</summary>
    public static void WriteQuoted(IBufferWriter<byte> line, Guid? id)
    {
        if (id is not { } value)
        {
            line.Write("null"u8);
            return;
        }
        var span = line.GetSpan(38);
        span[0] = (byte)'"';
        Utf8Formatter.TryFormat(value, span[1..], out var written, 'D');
        span[written + 1] = (byte)'"';
        line.Advance(written + 2);
    }

    /// <summary>A text in quotation marks.</summary>
    public static void WriteQuoted(IBufferWriter<byte> line, string text)
    {
        line.Write("\""u8);
        foreach (var octet in Encoding.UTF8.GetBytes(text))
        {
            switch (octet)
            {
                case (byte)'"':
                    line.Write("\\\""u8);
                    break;
                case (byte)'\\':
                    line.Write("\\\\"u8);
                    break;
                case < 0x20:
                    line.Write("\\u00"u8);
                    WriteHex(line, [octet]);
                    break;
                default:
                    line.GetSpan(1)[0] = octet;
                    line.Advance(1);
                    break;
            }
        }
        line.Write("\""u8);
    }

    /// <summary>Reads a moment in the one spelling; a day such as 31 February is none.</summary>
    public static bool TryParseMoment(ReadOnlySpan<byte> text, out DateTimeOffset moment)
    {
        Span<char> characters = stackalloc char[MomentLength];
        moment = default;
        return text.Length == MomentLength
            && Encoding.ASCII.TryGetChars(text, characters, out _)
            && DateTimeOffset.TryParseExact(
                characters,
                MomentFormat,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out moment
            );
    }
}
