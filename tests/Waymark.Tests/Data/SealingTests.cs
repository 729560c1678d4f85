using System.Diagnostics;
using System.Text;
using Npgsql;
using Waymark.Tests.Host;

namespace Waymark.Tests.Data;

public sealed class SealingOnSqlite(SqliteHost host) : SealingRules<SqliteHost>(host)
{
    /// <summary>The file itself, with what was written and not yet moved into it.</summary>
    protected override Task<byte[]> DumpAsync() =>
        Task.FromResult<byte[]>([
            .. Directory.EnumerateFiles(Host.Folder, "waymark.db*").SelectMany(ReadShared),
        ]);

    private static byte[] ReadShared(string path)
    {
        using var file = new FileStream(
            path,
            FileMode.Open,
            FileAccess.Read,
            FileShare.ReadWrite | FileShare.Delete
        );
        using var copy = new MemoryStream();
        file.CopyTo(copy);
        return copy.ToArray();
    }
}

public sealed class SealingOnPostgres(PostgresHost host) : SealingRules<PostgresHost>(host)
{
    /// <summary>What <c>pg_dump</c> makes as the server's administrator, with bytes as escaped text, so that words would show.</summary>
    protected override async Task<byte[]> DumpAsync()
    {
        var connection = new NpgsqlConnectionStringBuilder(Host.Postgres);
        using var dump = Process.Start(
            new ProcessStartInfo(
                "pg_dump",
                ["-h", connection.Host!, "-U", "admin", connection.Database!]
            )
            {
                RedirectStandardOutput = true,
                Environment = { ["PGOPTIONS"] = "-c bytea_output=escape" },
            }
        )!;
        var text = await dump.StandardOutput.ReadToEndAsync();
        await dump.WaitForExitAsync();
        return Encoding.UTF8.GetBytes(text);
    }
}
