using System.Diagnostics;
using Npgsql;
using Xunit;

[assembly: AssemblyFixture(typeof(Waymark.Tests.Host.PostgresServerEnd))]

namespace Waymark.Tests.Host;

/// <summary>
/// Stops the tests' PostgreSQL server when the last test has ended. Not at the process's exit: clearing a thousand databases away takes
/// longer than the runner lets an exit take.
/// </summary>
public sealed class PostgresServerEnd : IDisposable
{
    public void Dispose() => PostgresServer.Stop();
}

/// <summary>A PostgreSQL server of the tests' own, started when the first test asks for it and stopped when the last has ended.</summary>
internal static class PostgresServer
{
    private static readonly Lazy<string> s_folder = new(Start);
    private static int s_databases;

    /// <summary>A connection string as the server's administrator, whom no wall binds.</summary>
    public static string AdminConnection(string database) =>
        AdminConnection(s_folder.Value, database);

    private static string AdminConnection(string folder, string database) =>
        $"Host={folder};Username=admin;Database={database};Include Error Detail=true";

    /// <summary>A connection string to a new database, as the role that owns it.</summary>
    public static string NewDatabase() => NewDatabase(s_folder.Value);

    /// <summary>The same on another server, by its folder.</summary>
    public static string NewDatabase(string folder)
    {
        var name = $"waymark{Interlocked.Increment(ref s_databases)}";
        using var admin = new NpgsqlConnection(AdminConnection(folder, "postgres"));
        admin.Open();
        foreach (
            var sql in (string[])
                [$"CREATE ROLE {name} LOGIN", $"CREATE DATABASE {name} OWNER {name}"]
        )
        {
            using var command = new NpgsqlCommand(sql, admin);
            command.ExecuteNonQuery();
        }
        return $"Host={folder};Username={name};Database={name};Include Error Detail=true";
    }

    private static string Start()
    {
        // The path of a socket must be short.
        var folder = Directory.CreateTempSubdirectory("wm-pg-").FullName;
        Script(["start", folder]);
        return folder;
    }

    /// <summary>Stops the server, if a test asked for it, and clears it away.</summary>
    public static void Stop()
    {
        if (s_folder.IsValueCreated)
        {
            Script(["stop", s_folder.Value]);
            Directory.Delete(s_folder.Value, recursive: true);
        }
    }

    /// <summary>Runs the script that starts and stops servers.</summary>
    public static void Script(IReadOnlyList<string> args)
    {
        using var script = Process.Start(
            new ProcessStartInfo(Path.Combine(Repository.Root, "scripts", "postgres.sh"), args)
            {
                RedirectStandardError = true,
            }
        )!;
        // The server keeps the script's output open: only the errors, which it does not, are read to their end.
        var errors = script.StandardError.ReadToEnd();
        script.WaitForExit();
        if (script.ExitCode != 0)
        {
            throw new InvalidOperationException($"scripts/postgres.sh {args[0]}: {errors}");
        }
    }
}
