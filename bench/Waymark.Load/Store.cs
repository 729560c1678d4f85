using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Waymark.Load;

/// <summary>A database of the run's own: an SQLite file, or a PostgreSQL server on a socket in a temporary folder that flushes as it would in earnest.</summary>
internal sealed class Store : IDisposable
{
    private readonly string _scripts;

    private Store(string root, bool postgres, string? folder)
    {
        _scripts = Path.Combine(root, "scripts", "postgres.sh");
        Folder = folder ?? Directory.CreateTempSubdirectory("wm-load-").FullName;
        if (!postgres)
        {
            return;
        }
        Script("start", "durable");
        using (var admin = new NpgsqlConnection($"Host={Folder};Username=admin;Database=postgres"))
        {
            admin.Open();
            foreach (
                var sql in (string[])
                    ["CREATE ROLE waymark LOGIN", "CREATE DATABASE waymark OWNER waymark"]
            )
            {
                using var command = new NpgsqlCommand(sql, admin);
                command.ExecuteNonQuery();
            }
        }
        Postgres =
            $"Host={Folder};Username=waymark;Database=waymark;Timeout=5;Maximum Pool Size=60";
    }

    /// <summary>The folder of the file or the server, and of the nodes' keys.</summary>
    public string Folder { get; }

    /// <summary>The connection string, or null for SQLite.</summary>
    public string? Postgres { get; }

    public static Store Sqlite(string root, string? folder = null) => new(root, false, folder);

    public static Store OnPostgres(string root) => new(root, true, null);

    /// <summary>Stops the server without letting anything finish, and starts it again.</summary>
    public async Task RestartAsync(TimeSpan away)
    {
        Script("stop");
        await Task.Delay(away);
        Script("again");
    }

    public void Dispose()
    {
        if (Postgres is not null)
        {
            NpgsqlConnection.ClearAllPools();
            Script("stop");
        }
        // A connection at rest would keep the disk that it lies on.
        SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }

    private void Script(string verb, params string[] more)
    {
        using var script = Process.Start(
            new ProcessStartInfo(_scripts, [verb, Folder, .. more]) { RedirectStandardError = true }
        )!;
        var errors = script.StandardError.ReadToEnd();
        script.WaitForExit();
        if (script.ExitCode != 0)
        {
            throw new InvalidOperationException($"scripts/postgres.sh {verb}: {errors}");
        }
    }
}
