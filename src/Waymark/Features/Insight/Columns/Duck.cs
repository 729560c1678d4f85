using DuckDB.NET.Data;

namespace Waymark.Features.Insight.Columns;

/// <summary>DuckDB kept to one folder, a small memory, and nothing loaded from anywhere.</summary>
internal static class Duck
{
    /// <summary>A connection that reaches one folder and nothing else.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="file">The database; in memory unless a file is named.</param>
    public static DuckDBConnection Open(string folder, string file = ":memory:")
    {
        var connection = new DuckDBConnection($"Data Source={file}");
        connection.Open();
        Run(
            connection,
            $"""
            SET memory_limit = '512MB';
            SET allowed_directories = [{Quote(Path.GetFullPath(folder))}];
            SET autoinstall_known_extensions = false;
            SET autoload_known_extensions = false;
            SET enable_external_access = false;
            SET lock_configuration = true;
            """
        );
        return connection;
    }

    /// <summary>Runs a statement that gives nothing back.</summary>
    public static void Run(DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>A text as SQL writes it.</summary>
    public static string Quote(string text) =>
        "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";
}
