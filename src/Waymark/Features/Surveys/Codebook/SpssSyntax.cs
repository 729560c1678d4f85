using System.Globalization;
using System.Text;
using Waymark.Content.Surveys;

namespace Waymark.Features.Surveys.Codebook;

/// <summary>
/// SPSS syntax that reads the CSV file of answers and says what each variable is: labels, missing values, level of measurement. In UTF-8.
/// GNU PSPP reads it as well.
/// </summary>
public static class SpssSyntax
{
    /// <summary>The longest label of a variable, in bytes of UTF-8.</summary>
    public const int LongestVariableLabel = 255;

    /// <summary>The longest label of a value, in bytes of UTF-8.</summary>
    public const int LongestValueLabel = 120;

    /// <summary>The syntax.</summary>
    /// <param name="codebook">The variables, in the order of the file.</param>
    /// <param name="csvFile">The name of the CSV file, beside the syntax.</param>
    /// <param name="notes">What must be said of the answers; each becomes a comment.</param>
    public static string Write(SurveyCodebook codebook, string csvFile, IReadOnlyList<string> notes)
    {
        ArgumentNullException.ThrowIfNull(codebook);
        ArgumentNullException.ThrowIfNull(notes);
        var text = new StringBuilder("* Encoding: UTF-8.\n");
        Comment(text, codebook.Title);
        foreach (var note in codebook.Caveats.Concat(notes))
        {
            Comment(text, note);
        }

        Comment(
            text,
            "Set the folder of the file with CD before you run this, if it is not found."
        );
        text.Append("SET DECIMAL=DOT.\n\nGET DATA\n  /TYPE=TXT\n  /FILE=")
            .Append(Quote(csvFile, 255))
            .Append(
                "\n  /ENCODING='UTF8'\n  /ARRANGEMENT=DELIMITED\n  /DELCASE=LINE\n  /DELIMITERS=','\n"
            )
            .Append("  /QUALIFIER='\"'\n  /FIRSTCASE=2\n  /VARIABLES=");
        foreach (var variable in codebook.Variables)
        {
            text.Append("\n    ").Append(variable.Name).Append(' ').Append(Format(variable));
        }

        text.Append(".\n\n");
        foreach (var variable in codebook.Variables)
        {
            Describe(text, variable);
        }

        return text.Append("EXECUTE.\n").ToString();
    }

    private static void Describe(StringBuilder text, CodebookVariable variable)
    {
        text.Append("VARIABLE LABELS ")
            .Append(variable.Name)
            .Append("\n  ")
            .Append(Quote(variable.Label, LongestVariableLabel))
            .Append(".\n");
        var labels = variable.Values.Concat(variable.Missing).ToList();
        if (labels.Count > 0)
        {
            text.Append("VALUE LABELS ").Append(variable.Name);
            foreach (var label in labels)
            {
                text.Append("\n  ")
                    .Append(label.Code.ToString(CultureInfo.InvariantCulture))
                    .Append(' ')
                    .Append(Quote(label.Label, LongestValueLabel));
            }

            text.Append(".\n");
        }

        if (variable.Missing.Count > 0)
        {
            text.Append("MISSING VALUES ")
                .Append(variable.Name)
                .Append(" (")
                .AppendJoin(
                    ", ",
                    variable.Missing.Select(value =>
                        value.Code.ToString(CultureInfo.InvariantCulture)
                    )
                )
                .Append(").\n");
        }

        text.Append("VARIABLE LEVEL ")
            .Append(variable.Name)
            .Append(
                variable.Measure switch
                {
                    SurveyMeasure.Scale => " (SCALE).\n\n",
                    SurveyMeasure.Ordinal => " (ORDINAL).\n\n",
                    _ => " (NOMINAL).\n\n",
                }
            );
    }

    private static string Format(CodebookVariable variable) =>
        variable.Format switch
        {
            CodebookFormat.Day => "SDATE10",
            CodebookFormat.Fraction => "F10.6",
            _ => "F6.0",
        };

    /// <summary>A comment ends at the first full stop that ends a line, and may hold no line of its own.</summary>
    private static void Comment(StringBuilder text, string words) =>
        text.Append("* ").Append(OneLine(words).TrimEnd('.', ' ')).Append(".\n");

    /// <summary>A text in single quotes, an apostrophe doubled, cut between letters where it is too long.</summary>
    internal static string Quote(string words, int longest)
    {
        var cut = new StringBuilder();
        var bytes = 0;
        foreach (var rune in OneLine(words).EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > longest)
            {
                break;
            }

            cut.Append(rune);
        }

        return "'" + cut.ToString().TrimEnd().Replace("'", "''", StringComparison.Ordinal) + "'";
    }

    private static string OneLine(string words)
    {
        var line = new StringBuilder(words.Length);
        foreach (var c in words)
        {
            line.Append(char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c);
        }

        return line.ToString();
    }
}
