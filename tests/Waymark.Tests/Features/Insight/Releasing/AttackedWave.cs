using Waymark.Features.Insight.Columns;
using Waymark.Features.Surveys.Codebook;
using Waymark.Tests.Content;

namespace Waymark.Tests.Features.Insight.Releasing;

/// <summary>Made-up answers laid down as the copy in columns that a release is decided from.</summary>
internal static class AttackedWave
{
    /// <summary>The columns of the newest version of a survey.</summary>
    public static SurveyColumns Columns(string survey) =>
        SurveyColumns.Of(ContentFolders.Library.Newest("surveys", survey)!.Instrument);

    /// <summary>Writes who answered what; a question that is not named was not answered.</summary>
    public static void Write(
        string file,
        SurveyColumns columns,
        IEnumerable<(short By, Guid Person, Dictionary<string, short> Answers)> rows
    )
    {
        using var writer = new ColumnWriter(file, columns);
        foreach (var (by, person, answers) in rows)
        {
            writer.Write(
                by,
                person,
                [.. columns.Select(column => answers.GetValueOrDefault(column.Name, (short)-1))]
            );
        }

        writer.Finish();
    }
}
