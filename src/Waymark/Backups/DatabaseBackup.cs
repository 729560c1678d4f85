using System.IO.Compression;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Waymark.Data;
using Waymark.Data.Databases;

namespace Waymark.Backups;

/// <summary>
/// Writes the whole database as one file and puts it back. In the file is what the database holds: words and keys encrypted as they lie there. The
/// installation's secrets and the folder of survey keys are not in it.
/// </summary>
public sealed class DatabaseBackup(WaymarkDb db, TimeProvider clock)
{
    /// <summary>Writes a backup while people go on working: what was saved when it began is in it.</summary>
    /// <param name="path">The file to write; it must not exist.</param>
    /// <param name="cancellation">Stops the writing and leaves no file.</param>
    /// <returns>What it holds.</returns>
    /// <exception cref="BackupException">The file is there already, or the database was never prepared.</exception>
    public async Task<BackupHeader> WriteAsync(string path, CancellationToken cancellation)
    {
        if (File.Exists(path))
        {
            throw new BackupException($"{path} is there already.");
        }
        var migration =
            (await db.Database.GetAppliedMigrationsAsync(cancellation)).LastOrDefault()
            ?? throw new BackupException("The database has no tables yet.");
        BackupHeader? written = null;
        var part = path + ".part";
        try
        {
            var options = new FileStreamOptions
            {
                Mode = FileMode.Create,
                Access = FileAccess.Write,
            };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }
            await using (var file = new FileStream(part, options))
            {
                using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
                {
                    if (db is PostgresWaymarkDb)
                    {
                        await PostgresBackup.WriteAsync(
                            db.Database.GetConnectionString()!,
                            zip,
                            Header,
                            cancellation
                        );
                    }
                    else
                    {
                        await SqliteBackup.WriteAsync(db, zip, part, Header, cancellation);
                    }
                }
                file.Flush(flushToDisk: true);
            }
            // A backup that cannot be read is none.
            await using (var file = File.OpenRead(part))
            {
                using var readThrough = await BackupFile.OpenAsync(file, cancellation);
            }
            File.Move(part, path);
            return written!;
        }
        finally
        {
            File.Delete(part);
        }

        byte[] Header(IReadOnlyList<BackupTable> tables)
        {
            written = new(
                BackupHeader.CurrentFormat,
                db is PostgresWaymarkDb ? BackupEngine.Postgres : BackupEngine.Sqlite,
                migration,
                clock.GetUtcNow(),
                tables
            );
            return written.ToJson();
        }
    }

    /// <summary>Puts a backup in the database's place and brings it to this version.</summary>
    /// <param name="path">The backup.</param>
    /// <param name="overwrite">Whether a database that is there may be set aside. It is kept, never destroyed.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>What the backup held, and where the earlier database is (null where there was none).</returns>
    /// <exception cref="BackupException">It cannot be restored; the database is as it was.</exception>
    public async Task<(BackupHeader Header, string? Earlier)> RestoreAsync(
        string path,
        bool overwrite,
        CancellationToken cancellation
    )
    {
        await using var file = File.OpenRead(path);
        using var backup = await BackupFile.OpenAsync(file, cancellation);
        var engine = db is PostgresWaymarkDb ? BackupEngine.Postgres : BackupEngine.Sqlite;
        if (backup.Header.Engine != engine)
        {
            throw new BackupException(
                $"It was made from {backup.Header.Engine}, and the configuration says {engine}."
            );
        }
        if (!db.Database.GetMigrations().Contains(backup.Header.Migration))
        {
            throw new BackupException(
                "It was made by a newer version of Waymark. Restore it with that version."
            );
        }
        if (!overwrite && await HasTablesAsync(cancellation))
        {
            throw new BackupException(
                "There is a database already. To set it aside and put the backup in its place, stop Waymark on every node and give --overwrite."
            );
        }
        var at = clock.GetUtcNow();
        var earlier = db is PostgresWaymarkDb postgres
            ? await PostgresBackup.RestoreAsync(
                backup,
                postgres,
                db.Database.GetConnectionString()!,
                at,
                cancellation
            )
            : await SqliteBackup.RestoreAsync(
                backup,
                new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource,
                at,
                cancellation
            );
        await db.PrepareAsync(cancellation);
        return (backup.Header, earlier);
    }

    private async Task<bool> HasTablesAsync(CancellationToken cancellation) =>
        await db.Database.CanConnectAsync(cancellation)
        && (await db.Database.GetAppliedMigrationsAsync(cancellation)).Any();
}
