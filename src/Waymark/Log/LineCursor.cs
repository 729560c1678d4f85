using System.Buffers.Text;

namespace Waymark.Log;

/// <summary>
/// Reads a line of the log from left to right and accepts nothing but the one spelling that the writer uses. Once
/// something does not fit, <see cref="Failed"/> stays true and the values read are worthless.
/// </summary>
internal ref struct LineCursor(ReadOnlySpan<byte> line)
{
    private readonly ReadOnlySpan<byte> _line = line;
    private int _at;

    /// <summary>Whether something did not fit.</summary>
    public bool Failed { get; private set; }

    /// <summary>The number of bytes read.</summary>
    public readonly int Position => _at;

    /// <summary>Whether the whole line was read and everything fitted.</summary>
    public readonly bool IsWhole => !Failed && _at == _line.Length;

    public void Expect(ReadOnlySpan<byte> literal)
    {
        if (Failed || !_line[_at..].StartsWith(literal))
        {
            Failed = true;
            return;
        }
        _at += literal.Length;
    }

    /// <summary>Whether the given bytes come next; they are read if so.</summary>
    public bool Next(ReadOnlySpan<byte> literal)
    {
        if (Failed || !_line[_at..].StartsWith(literal))
        {
            return false;
        }
        _at += literal.Length;
        return true;
    }

    /// <summary>A whole number of zero or more, without leading zeros.</summary>
    public long Number()
    {
        var rest = Failed ? [] : _line[_at..];
        if (
            rest.IsEmpty
            || !char.IsAsciiDigit((char)rest[0])
            || !Utf8Parser.TryParse(rest, out long number, out var read)
            || (rest[0] == (byte)'0' && read > 1)
        )
        {
            Failed = true;
            return 0;
        }
        _at += read;
        return number;
    }

    public LogHash Hash()
    {
        if (!LogHash.TryParse(Take(LogHash.HexLength), out var hash))
        {
            Failed = true;
        }
        return hash;
    }

    public DateTimeOffset Moment()
    {
        if (!LogText.TryParseMoment(Take(LogText.MomentLength), out var moment))
        {
            Failed = true;
        }
        return moment;
    }

    public Guid Id()
    {
        var text = Take(36);
        if (
            Failed
            || text.ContainsAnyInRange((byte)'A', (byte)'F')
            || !Utf8Parser.TryParse(text, out Guid id, out var read, 'D')
            || read != 36
        )
        {
            Failed = true;
            return default;
        }
        return id;
    }

    /// <summary>An id in quotation marks, or <c>null</c>.</summary>
    public Guid? IdOrNull()
    {
        if (Next("null"u8))
        {
            return null;
        }
        Expect("\""u8);
        var id = Id();
        Expect("\""u8);
        return id;
    }

    /// <summary>Steps over a text in quotation marks.</summary>
    public void Text()
    {
        Expect("\""u8);
        while (!Failed)
        {
            var rest = _line[_at..];
            var stop = rest.IndexOfAny((byte)'"', (byte)'\\');
            if (stop < 0)
            {
                Failed = true;
                return;
            }
            if (rest[stop] == (byte)'"')
            {
                _at += stop + 1;
                return;
            }
            // A backslash and whatever it escapes; a lone one at the end runs out of line and fails.
            _at = Math.Min(_line.Length, _at + stop + 2);
        }
    }

    /// <summary>Lower-case hexadecimal digits for so many bytes.</summary>
    public byte[] Hex(int byteCount)
    {
        var bytes = new byte[byteCount];
        if (!LowerHex.TryDecode(Take(byteCount * 2), bytes))
        {
            Failed = true;
        }
        return bytes;
    }

    private ReadOnlySpan<byte> Take(int length)
    {
        if (Failed || _line.Length - _at < length)
        {
            Failed = true;
            return [];
        }
        var taken = _line.Slice(_at, length);
        _at += length;
        return taken;
    }
}
