using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Waymark.Load;

/// <summary>What may go wrong where Waymark runs, done to it while people work.</summary>
internal static class Faults
{
    private static readonly TimeSpan s_away = TimeSpan.FromSeconds(2);

    /// <summary>Ends one of two nodes as <c>kill -9</c> does, and starts it again.</summary>
    public static async Task<Outcome> KilledNodeAsync(string root, int people, TimeSpan time)
    {
        using var store = Store.OnPostgres(root);
        using var one = new Node(store);
        using var two = new Node(store);
        await one.StartAsync();
        await two.StartAsync();
        return await Run.ForAsync(
            store,
            [one, two],
            people,
            time,
            async () =>
            {
                one.Kill();
                await Task.Delay(s_away);
                await one.StartAsync();
            }
        );
    }

    /// <summary>Stops PostgreSQL without letting anything finish, and starts it again.</summary>
    public static async Task<Outcome> RestartedPostgresAsync(string root, int people, TimeSpan time)
    {
        using var store = Store.OnPostgres(root);
        using var node = new Node(store);
        await node.StartAsync();
        return await Run.ForAsync(store, [node], people, time, () => store.RestartAsync(s_away));
    }

    /// <summary>Has PostgreSQL wait a tenth of a second before each flush, its longest.</summary>
    public static async Task<Outcome> SlowDiskAsync(string root, int people, TimeSpan time)
    {
        using var store = Store.OnPostgres(root);
        using var node = new Node(store);
        await node.StartAsync();
        return await Run.ForAsync(
            store,
            [node],
            people,
            time,
            async () =>
            {
                await using var admin = new NpgsqlConnection(
                    $"Host={store.Folder};Username=admin;Database=postgres"
                );
                await admin.OpenAsync();
                foreach (
                    var sql in (string[])
                        [
                            "ALTER SYSTEM SET commit_delay = 100000",
                            "ALTER SYSTEM SET commit_siblings = 0",
                            "SELECT pg_reload_conf()",
                        ]
                )
                {
                    await using var command = new NpgsqlCommand(sql, admin);
                    await command.ExecuteNonQueryAsync();
                }
            }
        );
    }

    /// <summary>Fills the disk of an SQLite file for a while: a small file system in memory, which only root can make.</summary>
    /// <returns>Null where this is not root.</returns>
    public static async Task<Outcome?> FullDiskAsync(string root, int people, TimeSpan time)
    {
        if (Environment.UserName != "root")
        {
            return null;
        }
        var folder = Directory.CreateTempSubdirectory("wm-full-").FullName;
        if (!Command("mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", folder))
        {
            Directory.Delete(folder);
            return null;
        }
        try
        {
            var data = Directory.CreateDirectory(Path.Combine(folder, "data")).FullName;
            using var store = Store.Sqlite(root, data);
            using var node = new Node(store);
            await node.StartAsync();
            return await Run.ForAsync(
                store,
                [node],
                people,
                time,
                async () =>
                {
                    Shrink(Path.Combine(data, "waymark.db"));
                    var ballast = Path.Combine(folder, "ballast");
                    try
                    {
                        await using var file = File.Create(ballast);
                        var block = new byte[1 << 16];
                        while (true)
                        {
                            await file.WriteAsync(block);
                        }
                    }
                    catch (IOException)
                    {
                        // Full.
                    }
                    await Task.Delay(s_away);
                    File.Delete(ballast);
                }
            );
        }
        finally
        {
            Command("umount", folder);
            Directory.Delete(folder);
        }
    }

    /// <summary>Lets the journal give its room back, so that the next save needs new room.</summary>
    private static void Shrink(string database)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        command.ExecuteNonQuery();
    }

    private static bool Command(string name, params string[] args)
    {
        using var process = Process.Start(
            new ProcessStartInfo(name, args) { RedirectStandardError = true }
        )!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
