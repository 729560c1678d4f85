using System.Globalization;
using System.Text;

namespace Waymark.Features.Surveys.Codebook;

/// <summary>The codebook as a CSV file: one line for each number of each variable, so that a program can join it to the answers.</summary>
public static class CodebookCsv
{
    /// <summary>The file, in UTF-8 with the mark that lets spreadsheets read its letters right.</summary>
    public static byte[] Write(SurveyCodebook codebook)
    {
        ArgumentNullException.ThrowIfNull(codebook);
        var text = new StringBuilder().Line(
            "variable",
            "position",
            "asked_in",
            "wording",
            "label",
            "format",
            "measure",
            "scale",
            "direction",
            "topic",
            "domain",
            "level",
            "code",
            "code_label",
            "is_missing",
            "caveat"
        );
        foreach (var (index, variable) in codebook.Variables.Index())
        {
            var codes = variable
                .Values.Select(value => (Value: (ColumnValue?)value, IsMissing: "0"))
                .Concat(variable.Missing.Select(value => ((ColumnValue?)value, "1")))
                .DefaultIfEmpty((null, "0"));
            foreach (var (value, isMissing) in codes)
            {
                text.Line(
                    variable.Name,
                    Number(index + 1),
                    string.Join("; ", variable.AskedIn),
                    variable.Wording,
                    variable.Label,
                    Words(variable.Format),
                    Words(variable.Measure),
                    variable.Scale,
                    Words(variable.Direction),
                    variable.Topic,
                    variable.Domain,
                    variable.Level is { } level ? Number(level) : null,
                    value is null ? null : Number(value.Code),
                    value?.Label,
                    isMissing,
                    variable.Caveat
                );
            }
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    internal static string Words<T>(T value)
        where T : struct, Enum =>
        System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
