using System.Globalization;
using System.IO.Compression;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Waymark.Data;

namespace Waymark.Backups;

/// <summary>
/// An SQLite file in a backup. It is written by SQLite itself as one snapshot while people go on working, and packed: what was erased is not in it.
/// </summary>
internal static class SqliteBackup
{
    public static async Task WriteAsync(
        WaymarkDb db,
        ZipArchive zip,
        string part,
        Func<IReadOnlyList<BackupTable>, byte[]> header,
        CancellationToken cancellation
    )
    {
        var copy = part + ".db";
        try
        {
            await db.Database.ExecuteSqlAsync($"VACUUM INTO {copy}", cancellation);
            List<BackupTable> tables = [];
            await using (
                var connection = new SqliteConnection(
                    $"Data Source={copy};Mode=ReadOnly;Pooling=False"
                )
            )
            {
                await connection.OpenAsync(cancellation);
                foreach (var table in await TablesAsync(connection, cancellation))
                {
                    tables.Add(
                        new(
                            table,
                            [],
                            Convert.ToInt64(
                                await ScalarAsync(
                                    connection,
                                    $"SELECT count(*) FROM \"{table}\"",
                                    cancellation
                                ),
                                CultureInfo.InvariantCulture
                            )
                        )
                    );
                }
            }
            await using (var json = zip.CreateEntry(BackupFile.HeaderEntry).Open())
            {
                await json.WriteAsync(header(tables), cancellation);
            }
            await using var entry = zip.CreateEntry(BackupFile.SqliteEntry).Open();
            await using var bytes = File.OpenRead(copy);
            await bytes.CopyToAsync(entry, cancellation);
        }
        finally
        {
            File.Delete(copy);
        }
    }

    /// <summary>Puts the file of a backup in the database's place. What stood there before is kept beside it.</summary>
    /// <returns>Where the earlier file is, or null where there was none.</returns>
    public static async Task<string?> RestoreAsync(
        BackupFile backup,
        string file,
        DateTimeOffset at,
        CancellationToken cancellation
    )
    {
        var part = file + ".restoring";
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        await using (var target = File.Create(part))
        {
            await using var bytes = await backup.ReadAsync(BackupFile.SqliteEntry, cancellation);
            await bytes.CopyToAsync(target, cancellation);
            target.Flush(flushToDisk: true);
        }
        await using (
            var connection = new SqliteConnection($"Data Source={part};Mode=ReadOnly;Pooling=False")
        )
        {
            await connection.OpenAsync(cancellation);
            if (await ScalarAsync(connection, "PRAGMA integrity_check", cancellation) is not "ok")
            {
                throw new BackupException("The SQLite file in it is damaged.");
            }
        }
        SqliteConnection.ClearAllPools();
        string? earlier = null;
        if (File.Exists(file))
        {
            earlier = string.Create(
                CultureInfo.InvariantCulture,
                $"{file}.before-{at:yyyyMMdd-HHmmss}"
            );
            // The journal belongs to the file: moved into it first, so that nothing of the earlier database is lost.
            await using (var connection = new SqliteConnection($"Data Source={file};Pooling=False"))
            {
                await connection.OpenAsync(cancellation);
                await ScalarAsync(connection, "PRAGMA wal_checkpoint(TRUNCATE)", cancellation);
            }
            File.Move(file, earlier);
            foreach (var journal in (string[])["-wal", "-shm"])
            {
                if (File.Exists(file + journal))
                {
                    File.Move(file + journal, earlier + journal);
                }
            }
        }
        File.Move(part, file);
        return earlier;
    }

    private static async Task<List<string>> TablesAsync(
        SqliteConnection connection,
        CancellationToken cancellation
    )
    {
        await using var command = connection.CreateCommand();
        command.CommandText =
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name";
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        List<string> tables = [];
        while (await reader.ReadAsync(cancellation))
        {
            tables.Add(reader.GetString(0));
        }
        return tables;
    }

    private static async Task<object?> ScalarAsync(
        SqliteConnection connection,
        string sql,
        CancellationToken cancellation
    )
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(cancellation);
    }
}
