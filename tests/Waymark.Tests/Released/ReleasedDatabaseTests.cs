using System.IO.Compression;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Waymark.Backups;
using Waymark.Features.Accounts;
using Waymark.Tests.Host;
using Xunit;

namespace Waymark.Tests.Released;

/// <summary>
/// The database of every released version, with records in it, comes forward to the present one: people sign in, read every word, go on writing, and
/// the log verifies from its first entry. A release adds its dump beside the others.
/// </summary>
public sealed class ReleasedDatabaseTests
{
    private const string FirstRecord = "first-record";

    [Theory]
    [InlineData(FirstRecord)]
    public async Task Sqlite_OfAReleasedVersion_ComesForwardWithEveryWord(string version)
    {
        using var host = new ReleasedHost(version, null);
        await using (
            var connection = new SqliteConnection(
                $"Data Source={Path.Combine(host.Folder, "waymark.db")};Pooling=False;Foreign Keys=False"
            )
        )
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = await DumpAsync(version, "sqlite");
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
        await CameForwardAsync(host);
    }

    [Theory]
    [InlineData(FirstRecord)]
    public async Task Postgres_OfAReleasedVersion_ComesForwardWithEveryWord(string version)
    {
        using var host = new ReleasedHost(version, PostgresServer.NewDatabase());
        var database = new NpgsqlConnectionStringBuilder(host.Postgres).Database!;
        await using (
            var admin = new NpgsqlConnection(
                PostgresServer.AdminConnection(database) + ";Pooling=false"
            )
        )
        {
            await admin.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = admin.CreateCommand();
            command.CommandText = await DumpAsync(version, "postgres");
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
            // The dump was loaded by the server's administrator: what it made belongs to the service's role, as in an installation.
            command.CommandText = $"""
                SELECT set_config('search_path', 'public', false);
                DO $$ DECLARE made record; BEGIN
                    FOR made IN SELECT c.oid::regclass AS name FROM pg_class c
                        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
                    LOOP EXECUTE format('ALTER TABLE %s OWNER TO {database}', made.name); END LOOP;
                END $$;
                """;
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
        await CameForwardAsync(host);
    }

    private static async Task CameForwardAsync(WaymarkHost host)
    {
        using var visitor = await host.SignInAsync("tom.beckett");
        var list = await visitor.GetAsync("/concerns");
        Assert.Contains("RELEASED-1", list.Words, StringComparison.Ordinal);
        var concern = await host.ReadAsync(
            AgencyKind.School,
            async db =>
            {
                var concerns = await db.Concerns.IgnoreQueryFilters().ToListAsync();
                return concerns
                    .Single(c =>
                        c.AgencyId == db.CurrentAgencyId
                        && c.Worry.Contains("okapi", StringComparison.Ordinal)
                    )
                    .Id;
            }
        );
        var walk = new RecordWalk(host, visitor, $"/concerns/{concern}");
        Assert.Contains(
            "He said Saturday to the okapi",
            (await walk.GetAsync("/safety-check/page.a1")).Html,
            StringComparison.Ordinal
        );
        var saved = await walk.AnswerAsync("/safety-check/page.a2", ("value:a2", "no"));
        Assert.Equal(System.Net.HttpStatusCode.Redirect, saved.Status);

        var (agencies, entries, faults) = await host
            .Services.GetRequiredService<RestoredLogs>()
            .CheckAsync(TestContext.Current.CancellationToken);
        Assert.Empty(faults);
        Assert.True(agencies >= 3);
        Assert.True(entries > 236, "The log begins with the released version's entries.");
    }

    private static string Folder(string version) =>
        Path.Combine(Repository.Root, "tests/Waymark.Tests/Released", version);

    private static async Task<string> DumpAsync(string version, string engine)
    {
        await using var file = File.OpenRead(Path.Combine(Folder(version), $"{engine}.sql.gz"));
        await using var unpacked = new GZipStream(file, CompressionMode.Decompress);
        using var reader = new StreamReader(unpacked);
        return await reader.ReadToEndAsync();
    }

    /// <summary>An installation of a released version, with its secrets, started with the present program.</summary>
    private sealed class ReleasedHost : WaymarkHost
    {
        private readonly string? _postgres;

        public ReleasedHost(string version, string? postgres)
        {
            _postgres = postgres;
            var keys = Directory.CreateDirectory(Path.Combine(Folder, "keys"));
            foreach (
                var file in Directory
                    .EnumerateFiles(ReleasedDatabaseTests.Folder(version))
                    .Where(f => Path.GetExtension(f) is ".keys" or ".pem" or ".xml")
            )
            {
                File.Copy(file, Path.Combine(keys.FullName, Path.GetFileName(file)));
            }
        }

        public override string? Postgres => _postgres;
    }
}
