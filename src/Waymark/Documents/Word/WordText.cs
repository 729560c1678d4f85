using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Waymark.Documents.Word;

/// <summary>Words into Word's runs: line feeds and tabs kept, and nothing that an XML file may not hold.</summary>
internal static class WordText
{
    public static Run Run(string text, bool strong = false)
    {
        var run = new Run();
        if (strong)
        {
            run.Append(new RunProperties(new Bold()));
        }
        var first = true;
        foreach (var line in Sanitise(text).Split('\n'))
        {
            if (!first)
            {
                run.Append(new Break());
            }
            first = false;
            AppendLine(run, line);
        }
        return run;
    }

    /// <summary>A character that XML cannot hold becomes U+FFFD, so that the reader sees that something stood there.</summary>
    public static string Sanitise(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            var allowed =
                rune.Value is '\t' or '\n'
                || (rune.Value >= 0x20 && rune.Value is not (0xFFFE or 0xFFFF));
            clean.Append((allowed ? rune : Rune.ReplacementChar).ToString());
        }
        return clean.ToString();
    }

    private static void AppendLine(Run run, string line)
    {
        var parts = line.Split('\t');
        for (var i = 0; i < parts.Length; i++)
        {
            if (i > 0)
            {
                run.Append(new TabChar());
            }
            if (parts[i].Length > 0)
            {
                run.Append(new Text(parts[i]) { Space = SpaceProcessingModeValues.Preserve });
            }
        }
    }
}
