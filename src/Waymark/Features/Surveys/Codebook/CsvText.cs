using System.Buffers;
using System.Text;

namespace Waymark.Features.Surveys.Codebook;

/// <summary>
/// Cells of a CSV file (RFC 4180) that no spreadsheet takes for a formula: a text that begins with a sign a formula may begin with gets an
/// apostrophe before it. Numbers are written apart from this and stay numbers.
/// </summary>
internal static class CsvText
{
    private static readonly SearchValues<char> s_inNumbers = SearchValues.Create("-.0123456789");

    /// <summary>The end of a line.</summary>
    internal const string NewLine = "\r\n";

    // The wide forms are turned into the usual ones by some spreadsheets.
    private const string FormulaSigns = "=+-@\t\r\n＝＋－＠|%";

    /// <summary>Adds one line.</summary>
    internal static StringBuilder Line(this StringBuilder text, params IEnumerable<string?> cells)
    {
        var isFirst = true;
        foreach (var cell in cells)
        {
            if (!isFirst)
            {
                text.Append(',');
            }

            text.Append(Cell(cell ?? ""));
            isFirst = false;
        }

        return text.Append(NewLine);
    }

    /// <summary>One cell, quoted where it must be.</summary>
    internal static string Cell(string text)
    {
        var start = text.AsSpan().TrimStart();
        var safe =
            start.Length > 0
            && FormulaSigns.Contains(start[0], StringComparison.Ordinal)
            && !IsNumber(text)
                ? "'" + text
                : text;
        return safe.AsSpan().IndexOfAny(",\"\r\n") >= 0 || safe != safe.Trim()
            ? "\"" + safe.Replace("\"", "\"\"", StringComparison.Ordinal) + "\""
            : safe;
    }

    private static bool IsNumber(string text) =>
        text.Length <= 30
        && !text.AsSpan().ContainsAnyExcept(s_inNumbers)
        && decimal.TryParse(
            text,
            System.Globalization.NumberStyles.AllowLeadingSign
                | System.Globalization.NumberStyles.AllowDecimalPoint,
            System.Globalization.CultureInfo.InvariantCulture,
            out _
        );
}
