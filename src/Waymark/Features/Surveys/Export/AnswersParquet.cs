using System.Globalization;
using DuckDB.NET.Data;
using Waymark.Features.Surveys.Codebook;

namespace Waymark.Features.Surveys.Export;

/// <summary>
/// Writes rows as Parquet, by way of a DuckDB database in a folder of its own. The database may reach that folder and nothing else, loads
/// nothing, and keeps to a small memory.
/// </summary>
public sealed class AnswersParquet : IDisposable
{
    private readonly DuckDBConnection _connection;
    private readonly DuckDBAppender _appender;
    private readonly string _folder;

    /// <summary>Begins.</summary>
    /// <param name="folder">An empty folder for its files.</param>
    /// <param name="codebook">The variables.</param>
    public AnswersParquet(string folder, SurveyCodebook codebook)
    {
        ArgumentNullException.ThrowIfNull(codebook);
        _folder = Path.GetFullPath(folder);
        _connection = new($"Data Source={Path.Combine(_folder, "answers.duckdb")}");
        _connection.Open();
        Run("SET memory_limit = '256MB'");
        Run("SET threads = 1");
        Run("SET preserve_insertion_order = true");
        Run($"SET allowed_directories = [{Quote(_folder)}]");
        Run("SET autoinstall_known_extensions = false");
        Run("SET autoload_known_extensions = false");
        Run("SET enable_external_access = false");
        Run("SET lock_configuration = true");
        Run(
            $"CREATE TABLE answers ({string.Join(", ", codebook.Variables.Select(variable => $"\"{variable.Name}\" {TypeOf(variable)}"))})"
        );
        _appender = _connection.CreateAppender("answers");
    }

    /// <summary>Adds a row.</summary>
    public void Write(ExportRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var cells = _appender.CreateRow();
        cells.AppendValue((short)row.Wave).AppendValue((short)row.By);
        _ = row.Week is { } week ? cells.AppendValue(week) : cells.AppendNullValue();
        _ = row.Weight is { } weight ? cells.AppendValue(weight) : cells.AppendNullValue();
        foreach (var answer in row.Answers)
        {
            cells.AppendValue(answer);
        }

        cells.EndRow();
    }

    /// <summary>Writes the file and returns its path.</summary>
    public string Finish()
    {
        _appender.Close();
        var file = Path.Combine(_folder, "answers.parquet");
        Run($"COPY answers TO {Quote(file)} (FORMAT parquet, COMPRESSION zstd)");
        return file;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _appender.Dispose();
        _connection.Dispose();
    }

    private static string TypeOf(CodebookVariable variable) =>
        variable.Format switch
        {
            CodebookFormat.Day => "DATE",
            CodebookFormat.Fraction => "DOUBLE",
            _ => "SMALLINT",
        };

    private void Run(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static string Quote(string text) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"'{text.Replace("'", "''", StringComparison.Ordinal)}'"
        );
}
