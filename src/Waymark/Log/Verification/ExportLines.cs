namespace Waymark.Log.Verification;

/// <summary>Reads a stream line by line through one buffer. A line ends with a line feed and with nothing else.</summary>
internal sealed class ExportLines(Stream source)
{
    /// <summary>The longest line that is read, in bytes; the writer's longest is far shorter.</summary>
    public const int LongestLine = 64 * 1024;

    private readonly byte[] _buffer = new byte[256 * 1024];
    private int _start;
    private int _end;
    private bool _sourceEnded;

    /// <summary>The number of the line read last, from 1.</summary>
    public long Number { get; private set; }

    /// <summary>The number of bytes read so far, with line feeds.</summary>
    public long Bytes { get; private set; }

    /// <summary>
    /// The next line without its line feed; false at the end. <paramref name="isWhole"/> is false for a line that is longer
    /// than any line may be, or that the stream ends within.
    /// </summary>
    public bool TryRead(out ReadOnlySpan<byte> line, out bool isWhole)
    {
        var scanned = 0;
        while (true)
        {
            var found = _buffer
                .AsSpan(_start + scanned, _end - _start - scanned)
                .IndexOf((byte)'\n');
            if (found >= 0)
            {
                Take(scanned + found, withLineFeed: true, out line);
                isWhole = line.Length <= LongestLine;
                return true;
            }
            scanned = _end - _start;
            if (scanned > LongestLine)
            {
                line = [];
                isWhole = false;
                SkipLine();
                return true;
            }
            if (_sourceEnded)
            {
                isWhole = false;
                Take(scanned, withLineFeed: false, out line);
                return scanned > 0;
            }
            Fill();
        }
    }

    private void Take(int length, bool withLineFeed, out ReadOnlySpan<byte> line)
    {
        line = _buffer.AsSpan(_start, length);
        var consumed = length + (withLineFeed ? 1 : 0);
        _start += consumed;
        Bytes += consumed;
        Number += consumed > 0 ? 1 : 0;
    }

    private void SkipLine()
    {
        Number++;
        while (true)
        {
            var found = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
            var consumed = found >= 0 ? found + 1 : _end - _start;
            _start += consumed;
            Bytes += consumed;
            if (found >= 0 || _sourceEnded)
            {
                return;
            }
            Fill();
        }
    }

    private void Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }
        var read = source.Read(_buffer.AsSpan(_end));
        _end += read;
        _sourceEnded = read == 0;
    }
}
