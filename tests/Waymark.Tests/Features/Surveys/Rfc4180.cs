using System.Text;

namespace Waymark.Tests.Features.Surveys;

/// <summary>Reads CSV as RFC 4180 writes it down, and nothing more.</summary>
internal static class Rfc4180
{
    internal static List<List<string>> Read(string text)
    {
        var lines = new List<List<string>>();
        var line = new List<string>();
        var at = 0;
        while (at < text.Length)
        {
            line.Add(text[at] == '"' ? Quoted(text, ref at) : Plain(text, ref at));
            if (at < text.Length && text[at] == ',')
            {
                at++;
                if (at == text.Length || text[at] == '\r')
                {
                    line.Add("");
                }
            }

            if (at < text.Length && text[at] == '\r')
            {
                if (text[at + 1] != '\n')
                {
                    throw new FormatException("A line ends in CR LF.");
                }

                at += 2;
                lines.Add(line);
                line = [];
            }
        }

        return line.Count == 0 ? lines : throw new FormatException("The last line does not end.");
    }

    /// <summary>The lines below the header, by its names.</summary>
    internal static List<Dictionary<string, string>> Rows(string text)
    {
        var lines = Read(text);
        return
        [
            .. lines
                .Skip(1)
                .Select(line =>
                    lines[0].Zip(line).ToDictionary(cell => cell.First, cell => cell.Second)
                ),
        ];
    }

    private static string Plain(string text, ref int at)
    {
        var end = text.IndexOfAny([',', '\r'], at);
        end = end < 0 ? text.Length : end;
        var cell = text[at..end];
        at = end;
        return cell.IndexOfAny(['"', '\n']) < 0
            ? cell
            : throw new FormatException("A quote or line feed stands in a cell without quotes.");
    }

    private static string Quoted(string text, ref int at)
    {
        var cell = new StringBuilder();
        for (at++; ; at++)
        {
            if (text[at] != '"')
            {
                cell.Append(text[at]);
            }
            else if (at + 1 < text.Length && text[at + 1] == '"')
            {
                cell.Append(text[++at]);
            }
            else
            {
                at++;
                return cell.ToString();
            }
        }
    }
}
