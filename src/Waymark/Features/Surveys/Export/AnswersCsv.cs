using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Waymark.Features.Surveys.Codebook;

namespace Waymark.Features.Surveys.Export;

/// <summary>Writes rows as CSV (RFC 4180, UTF-8), through one small buffer. Every cell is a number, a day or empty: nothing a spreadsheet could run.</summary>
public sealed class AnswersCsv
{
    // A number of 16 bits, a comma, and more than enough for the leading cells.
    private const int LongestNumber = 7;
    private const int LongestLeading = 80;
    private readonly Stream _stream;
    private readonly byte[] _buffer;
    private readonly int _longestRow;
    private int _used;

    /// <summary>Begins a file with its header.</summary>
    public AnswersCsv(Stream stream, SurveyCodebook codebook)
    {
        ArgumentNullException.ThrowIfNull(codebook);
        _stream = stream;
        var header = Encoding.UTF8.GetBytes(
            new StringBuilder()
                .Line(codebook.Variables.Select(variable => variable.Name))
                .ToString()
        );
        _longestRow =
            LongestLeading + (codebook.Variables.Count - codebook.Leading) * LongestNumber;
        _buffer = new byte[Math.Max(1 << 16, Math.Max(header.Length, _longestRow))];
        header.CopyTo(_buffer, 0);
        _used = header.Length;
    }

    /// <summary>Adds a row.</summary>
    public void Write(ExportRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (_buffer.Length - _used < _longestRow)
        {
            Flush();
        }

        Number(row.Wave);
        Comma();
        Number(row.By);
        Comma();
        if (row.Week is { } week)
        {
            week.TryFormat(
                _buffer.AsSpan(_used),
                out var written,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture
            );
            _used += written;
        }

        Comma();
        if (row.Weight is { } weight)
        {
            Utf8Formatter.TryFormat(
                Math.Round(weight, 6),
                _buffer.AsSpan(_used),
                out var written,
                new('F', 6)
            );
            _used += written;
        }

        foreach (var answer in row.Answers)
        {
            Comma();
            Number(answer);
        }

        _buffer[_used++] = (byte)'\r';
        _buffer[_used++] = (byte)'\n';
    }

    /// <summary>Hands what is buffered to the stream.</summary>
    public void Flush()
    {
        _stream.Write(_buffer, 0, _used);
        _used = 0;
    }

    private void Comma() => _buffer[_used++] = (byte)',';

    private void Number(int number)
    {
        Utf8Formatter.TryFormat(number, _buffer.AsSpan(_used), out var written);
        _used += written;
    }
}
