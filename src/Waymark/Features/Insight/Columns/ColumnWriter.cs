using DuckDB.NET.Data;
using Waymark.Features.Surveys.Codebook;

namespace Waymark.Features.Insight.Columns;

/// <summary>Writes the answers of one wave as numbers into a Parquet file, which appears under its name only when it is whole.</summary>
public sealed class ColumnWriter : IDisposable
{
    private readonly SurveyColumns _columns;
    private readonly DuckDBConnection _connection;
    private readonly DuckDBAppender _appender;
    private readonly string _file;
    private readonly string _workshop;
    private readonly short[] _answers;

    /// <summary>Begins.</summary>
    /// <param name="file">The file to be; its folder is there.</param>
    /// <param name="columns">The columns.</param>
    public ColumnWriter(string file, SurveyColumns columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        _file = file;
        _columns = columns;
        _answers = new short[columns.Count];
        _workshop = Directory
            .CreateDirectory(file + ".tmp-" + Guid.NewGuid().ToString("N"))
            .FullName;
        _connection = Duck.Open(_workshop, Path.Combine(_workshop, "answers.duckdb"));
        Duck.Run(
            _connection,
            $"CREATE TABLE answers ({AnswerColumns.By} SMALLINT, {AnswerColumns.Person} UUID, {string.Join(", ", columns.Select(column => $"\"{column.Name}\" SMALLINT"))})"
        );
        _appender = _connection.CreateAppender("answers");
    }

    /// <summary>Adds a response.</summary>
    /// <param name="by">1 for a respondent, 2 for a manager.</param>
    /// <param name="person">Who it is in every file of the evaluation, or null.</param>
    /// <param name="responseJson">The stored answers.</param>
    public void Write(short by, Guid? person, string responseJson)
    {
        AnswerCoding.Read(_columns, responseJson, _answers);
        Write(by, person, _answers);
    }

    /// <summary>Adds answers that are numbers already, in the order of the columns.</summary>
    public void Write(short by, Guid? person, ReadOnlySpan<short> answers)
    {
        var row = _appender.CreateRow().AppendValue(by);
        _ = person is { } known ? row.AppendValue(known) : row.AppendNullValue();
        foreach (var answer in answers)
        {
            row.AppendValue(answer);
        }

        row.EndRow();
    }

    /// <summary>Makes the file whole and puts it in its place.</summary>
    public void Finish()
    {
        _appender.Close();
        var made = Path.Combine(_workshop, "answers.parquet");
        Duck.Run(
            _connection,
            $"COPY answers TO {Duck.Quote(made)} (FORMAT parquet, COMPRESSION zstd)"
        );
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(made, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        File.Move(made, _file, overwrite: true);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _appender.Dispose();
        _connection.Dispose();
        Directory.Delete(_workshop, recursive: true);
    }
}
