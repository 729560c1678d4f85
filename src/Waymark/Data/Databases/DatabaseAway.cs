using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Waymark.Data.Databases;

/// <summary>
/// Whether an exception means that the database cannot be reached or cannot write just now. What was asked for may be asked again; nothing that
/// was acknowledged is touched by it.
/// </summary>
public static class DatabaseAway
{
    /// <summary>
    /// SQLite's primary result codes (sqlite.org/rescode.html): busy, locked, read-only, input or output failed, full, cannot open.
    /// </summary>
    private static readonly int[] s_sqlite = [5, 6, 8, 10, 13, 14];

    /// <summary>
    /// PostgreSQL's classes and codes (manual, appendix A): connection, rolled back, out of resources (a full disk among them), lock not
    /// available, shut down, system error, read-only transaction (a standby).
    /// </summary>
    private static readonly string[] s_postgres = ["08", "40", "53", "55P03", "57P", "58", "25006"];

    /// <summary>Looks at the exception and those inside it.</summary>
    public static bool Is(Exception? problem) =>
        problem switch
        {
            null => false,
            PostgresException refused => s_postgres.Any(code =>
                refused.SqlState.StartsWith(code, StringComparison.Ordinal)
            ),
            // No answer at all: not connected, broken off, too late, or no connection free.
            NpgsqlException => true,
            SqliteException sqlite => s_sqlite.Contains(sqlite.SqliteErrorCode),
            DbException other => Is(other.InnerException),
            _ => Is(problem.InnerException),
        };
}
