using System.IO.Compression;

namespace Waymark.Backups;

/// <summary>A backup that was read through: every byte of it agrees with its checksums.</summary>
internal sealed class BackupFile : IDisposable
{
    public const string HeaderEntry = "backup.json";
    public const string SqliteEntry = "waymark.db";

    private readonly ZipArchive _zip;

    private BackupFile(ZipArchive zip, BackupHeader header)
    {
        _zip = zip;
        Header = header;
    }

    public BackupHeader Header { get; }

    /// <summary>The entry with the rows of a table.</summary>
    public static string TableEntry(string table) => $"tables/{table}.copy";

    /// <summary>Opens a backup and reads it through, before anything is restored from it.</summary>
    /// <exception cref="BackupException">It is not a whole backup; the message says why.</exception>
    public static async Task<BackupFile> OpenAsync(Stream file, CancellationToken cancellation)
    {
        ZipArchive? zip = null;
        try
        {
            zip = new ZipArchive(file, ZipArchiveMode.Read);
            var header = await HeaderAsync(zip, cancellation);
            string[] wanted =
                header.Engine == BackupEngine.Sqlite
                    ? [SqliteEntry]
                    : [.. header.Tables.Select(t => TableEntry(t.Name))];
            foreach (var name in wanted)
            {
                var entry =
                    zip.GetEntry(name)
                    ?? throw new BackupException($"It is not whole: {name} is missing.");
                await using var bytes = await entry.OpenAsync(cancellation);
                await bytes.CopyToAsync(Stream.Null, cancellation);
            }
            return new(zip, header);
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException)
        {
            zip?.Dispose();
            throw new BackupException("It is not a backup of Waymark, or it is damaged.");
        }
        catch
        {
            zip?.Dispose();
            throw;
        }
    }

    /// <summary>Reads an entry that <see cref="OpenAsync"/> found.</summary>
    public Task<Stream> ReadAsync(string name, CancellationToken cancellation) =>
        _zip.GetEntry(name)!.OpenAsync(cancellation);

    public void Dispose() => _zip.Dispose();

    private static async Task<BackupHeader> HeaderAsync(
        ZipArchive zip,
        CancellationToken cancellation
    )
    {
        if (zip.GetEntry(HeaderEntry) is not { } entry || entry.Length > BackupHeader.MostBytes)
        {
            throw new BackupException("It is not a backup of Waymark: it has no backup.json.");
        }
        using var bytes = new MemoryStream();
        await using (var stream = await entry.OpenAsync(cancellation))
        {
            await stream.CopyToAsync(bytes, cancellation);
        }
        return BackupHeader.Parse(bytes.GetBuffer().AsSpan(0, (int)bytes.Length), out var problem)
            ?? throw new BackupException(problem);
    }
}

/// <summary>A backup cannot be made or restored; the message says why and holds nothing of what is in it.</summary>
public sealed class BackupException(string message) : InvalidOperationException(message);
