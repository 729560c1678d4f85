using System.CommandLine;
using System.Globalization;
using Waymark.Backups;

namespace Waymark.Commands;

/// <summary><c>waymark backup</c> and <c>waymark restore</c>: the whole database as one file, and back.</summary>
internal static class BackupCommand
{
    public static Command Backup()
    {
        var file = new Argument<string>("FILE")
        {
            Description = "The file to write; it must not exist yet.",
        };
        var backup = new Command(
            "backup",
            "Write the whole database as one file while people go on working. The encryption keys, the log's signing key and the survey keys are not in it."
        )
        {
            file,
        };
        backup.SetAction(
            (parsed, cancellation) =>
                Operation.RunAsync<DatabaseBackup>(
                    parsed,
                    async database =>
                    {
                        var path = parsed.GetRequiredValue(file);
                        var made = await database.WriteAsync(path, cancellation);
                        return Text(
                            $"Wrote {made.Tables.Count} tables with {made.Tables.Sum(t => t.Rows):N0} rows to {path} ({new FileInfo(path).Length / 1024:N0} KiB). Keep the encryption keys and the log's signing key elsewhere: they are not in it, and without them nobody can read it."
                        );
                    },
                    cancellation
                )
        );
        return backup;
    }

    public static Command Restore()
    {
        var file = new Argument<string>("FILE") { Description = "The backup." };
        var overwrite = new Option<bool>("--overwrite")
        {
            Description =
                "Set aside the database that is there. It is kept, not destroyed. Stop Waymark on every node first.",
        };
        var restore = new Command(
            "restore",
            "Put a backup in the database's place, bring it to this version, and verify every agency's log."
        )
        {
            file,
            overwrite,
        };
        restore.SetAction(
            (parsed, cancellation) =>
                Operation.RunAsync<IServiceProvider>(
                    parsed,
                    async services =>
                    {
                        var (header, earlier) = await services
                            .GetRequiredService<DatabaseBackup>()
                            .RestoreAsync(
                                parsed.GetRequiredValue(file),
                                parsed.GetValue(overwrite),
                                cancellation
                            );
                        var (agencies, entries, faults) = await services
                            .GetRequiredService<RestoredLogs>()
                            .CheckAsync(cancellation);
                        if (faults.Count > 0)
                        {
                            throw new RestoredWithFaultsException(
                                string.Join(' ', faults) + Kept(earlier)
                            );
                        }
                        return Text(
                                $"Restored {header.Tables.Count} tables with {header.Tables.Sum(t => t.Rows):N0} rows as of {header.At:d MMMM yyyy 'at' HH:mm} UTC. The logs of {agencies} agencies verify: {entries:N0} entries."
                            )
                            + Kept(earlier)
                            + " What was erased after the backup was made is back: erase it again.";
                    },
                    cancellation,
                    needsDatabase: false
                )
        );
        return restore;
    }

    private static string Kept(string? earlier) =>
        earlier is null ? "" : $" The database that was there is kept as {earlier}.";

    private static string Text(FormattableString text) =>
        text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A backup was restored and is not sound; the message says what is wrong and where the earlier database is.</summary>
internal sealed class RestoredWithFaultsException(string message) : Exception(message);
