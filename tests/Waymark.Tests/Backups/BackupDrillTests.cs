using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Waymark.Commands;
using Waymark.Features.Accounts;
using Waymark.Tests.Host;
using Xunit;

namespace Waymark.Tests.Backups;

public sealed class BackupDrillOnSqlite(SqliteHost host) : BackupDrillTests<SqliteHost>(host)
{
    protected override string? NewDatabase() => null;
}

public sealed class BackupDrillOnPostgres(PostgresHost host) : BackupDrillTests<PostgresHost>(host)
{
    protected override string? NewDatabase() => PostgresServer.NewDatabase();

    /// <summary>The tables that were there are kept in a schema of their own.</summary>
    [Fact]
    public async Task Restore_OverADatabase_KeepsTheEarlierTables()
    {
        var backup = await BackedUpAsync("over");
        var target = await RestoredAsync(backup);
        var (code, output, errors) = await RunAsync(target, "restore", backup, "--overwrite");
        Assert.True(code == Operation.Done, errors);
        Assert.Contains("is kept as before_", output, StringComparison.Ordinal);
    }
}

/// <summary>The drill that a deployment must be able to do: back up while people work, restore elsewhere, read it, verify its log.</summary>
public abstract class BackupDrillTests<THost>(THost host) : IClassFixture<THost>
    where THost : WaymarkHost
{
    /// <summary>Where a backup is restored to: nothing, or a new PostgreSQL database.</summary>
    protected abstract string? NewDatabase();

    /// <summary>An installation: a folder with a database file and keys, or a PostgreSQL database.</summary>
    protected sealed record Place(string Folder, string? Postgres);

    [Fact]
    public async Task Drill_BackUpRestoreVerify_BringsEveryWordAndTheLogBack()
    {
        using var visitor = await host.SignInAsync("tom.beckett");
        var walk = await RecordWalk.StartAsync(host, visitor, "DRILL-1");
        await walk.AnswerAsync(
            "/safety-check/page.a1",
            ("value:a1", "suspected"),
            ("value:a1.note", "Zebra crossing\\ with\ttab and\nline")
        );
        var backup = await BackedUpAsync("drill");
        await walk.AnswerAsync("/safety-check/page.a2", ("value:a2", "no"));

        var target = await RestoredAsync(backup);

        using var restored = new RestoredHost(host, target);
        using var again = await restored.SignInAsync("tom.beckett");
        var page = await again.GetAsync(walk.Address + "/safety-check/page.a1");
        Assert.Contains("Zebra crossing\\ with", page.Html, StringComparison.Ordinal);
        var events = await restored.ReadAsync(
            AgencyKind.School,
            db =>
                db.Events.IgnoreQueryFilters()
                    .Where(e =>
                        e.ConcernId == walk.ConcernId
                        && e.Kind == Waymark.Data.EventKinds.AnswerChanged
                    )
                    .Select(e => e.Place)
                    .ToListAsync()
        );
        Assert.Equal(["a1", "a1.note"], events.Order());
        // What is written after it takes its place in the log: ids go on where they were.
        Assert.Equal(
            System.Net.HttpStatusCode.Redirect,
            (await walk.As(again).AnswerAsync("/safety-check/page.a2", ("value:a2", "no"))).Status
        );
    }

    [Fact]
    public async Task Backup_HoldsNoSecretAndNoWordInClear()
    {
        using var visitor = await host.SignInAsync("tom.beckett");
        await RecordWalk.StartAsync(host, visitor, "DRILL-2", worry: "Okapi words of a child");
        var keys = Directory
            .EnumerateFiles(Path.Combine(host.Folder, "keys"))
            .SelectMany(File.ReadAllLines)
            .Where(line => line.Length > 30 && line[0] is not ('#' or '-'))
            .Select(line => line.Split(' ')[^1])
            .ToList();
        Assert.NotEmpty(keys);

        using var zip = ZipFile.OpenRead(await BackedUpAsync("secret"));

        foreach (var entry in zip.Entries)
        {
            using var bytes = new MemoryStream();
            await using (var stream = entry.Open())
            {
                await stream.CopyToAsync(bytes);
            }
            var text = Encoding.Latin1.GetString(bytes.ToArray());
            Assert.All(
                keys.Append("Okapi words").Append("DRILL-2"),
                secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal)
            );
        }
    }

    [Fact]
    public async Task Restore_OverADatabaseWithoutTheFlag_IsRefusedAndChangesNothing()
    {
        var backup = await BackedUpAsync("flag");
        var (code, _, errors) = await RunAsync(new(host.Folder, host.Postgres), "restore", backup);
        Assert.Equal(Operation.NotDone, code);
        Assert.Contains("--overwrite", errors, StringComparison.Ordinal);
        Assert.True(await host.ReadAsync(null, db => db.Agencies.AnyAsync()));
    }

    [Fact]
    public async Task Backup_OverAFileThatIsThere_IsRefused()
    {
        var backup = await BackedUpAsync("twice");
        var before = await File.ReadAllBytesAsync(backup);
        var (code, _, errors) = await RunAsync(new(host.Folder, host.Postgres), "backup", backup);
        Assert.Equal(Operation.NotDone, code);
        Assert.Contains("is there already", errors, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(backup));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(40)]
    [InlineData(-200)]
    public async Task Restore_DamagedBackup_IsRefusedBeforeAnythingIsTouched(int at)
    {
        var bytes = await File.ReadAllBytesAsync(await BackedUpAsync($"damaged{at}"));
        var damaged = Path.Combine(host.Folder, $"cut{at}.backup");
        await File.WriteAllBytesAsync(
            damaged,
            at == 0
                ? []
                : [.. bytes[..(at > 0 ? at : bytes.Length / 2)], .. bytes[(bytes.Length / 2 + 9)..]]
        );
        var target = new Place(
            Directory.CreateTempSubdirectory("waymark-drill-").FullName,
            NewDatabase()
        );
        var (code, _, errors) = await RunAsync(target, "restore", damaged);
        Assert.Equal(Operation.NotDone, code);
        Assert.Contains("Nothing was done.", errors, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(target.Folder));
        Directory.Delete(target.Folder, recursive: true);
    }

    [Fact]
    public async Task Restore_WithoutTheEncryptionKeys_SaysWhichAreMissing()
    {
        var backup = await BackedUpAsync("keyless");
        var target = new Place(
            Directory.CreateTempSubdirectory("waymark-drill-").FullName,
            NewDatabase()
        );
        var (code, _, errors) = await RunAsync(target, "restore", backup);
        Assert.Equal(Operation.NotDone, code);
        Assert.Contains(
            "give this installation the encryption keys",
            errors,
            StringComparison.Ordinal
        );
        Directory.Delete(target.Folder, recursive: true);
    }

    /// <summary>A backup of the host.</summary>
    protected async Task<string> BackedUpAsync(string name)
    {
        _ = host.Server;
        var backup = Path.Combine(host.Folder, name + ".backup");
        var (code, output, errors) = await RunAsync(
            new(host.Folder, host.Postgres),
            "backup",
            backup
        );
        Assert.True(code == Operation.Done, errors);
        Assert.Contains("rows to", output, StringComparison.Ordinal);
        return backup;
    }

    /// <summary>A new installation with the host's keys and a backup in it.</summary>
    protected async Task<Place> RestoredAsync(string backup)
    {
        var target = new Place(
            Directory.CreateDirectory(Path.Combine(host.Folder, Path.GetRandomFileName())).FullName,
            NewDatabase()
        );
        var keys = Directory.CreateDirectory(Path.Combine(target.Folder, "keys"));
        foreach (var key in (string[])["encryption.keys", "log-signing.pem"])
        {
            File.Copy(Path.Combine(host.Folder, "keys", key), Path.Combine(keys.FullName, key));
        }
        var (code, output, errors) = await RunAsync(target, "restore", backup);
        Assert.True(code == Operation.Done, errors);
        Assert.Contains("agencies verify", output, StringComparison.Ordinal);
        return target;
    }

    /// <summary>Runs the command line on an installation.</summary>
    protected static async Task<(int Code, string Output, string Errors)> RunAsync(
        Place place,
        params string[] args
    )
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = await WaymarkCommand
            .Create()
            .Parse([
                $"--Waymark:DatabaseFile={Path.Combine(place.Folder, "waymark.db")}",
                $"--Waymark:Postgres={place.Postgres}",
                .. args,
            ])
            .InvokeAsync(
                new() { Output = output, Error = errors },
                TestContext.Current.CancellationToken
            );
        return (code, output.ToString(), errors.ToString());
    }

    /// <summary>Waymark served from what was restored.</summary>
    private sealed class RestoredHost(WaymarkHost first, Place place) : WaymarkHost
    {
        public override string? Postgres => place.Postgres;

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureAppConfiguration(
                (_, configuration) =>
                    configuration.AddInMemoryCollection([
                        new("Waymark:DatabaseFile", Path.Combine(place.Folder, "waymark.db")),
                    ])
            );
            Clock.Advance(first.Clock.GetUtcNow() - Clock.GetUtcNow());
        }
    }
}
