using Microsoft.EntityFrameworkCore;
using Waymark.Commands;
using Waymark.Features.Accounts;
using Waymark.Security.Encryption;
using Waymark.Tests.Host;
using Xunit;

namespace Waymark.Tests.Data;

public sealed class OperationOnSqlite(SqliteHost host) : OperationRules<SqliteHost>(host);

public sealed class OperationOnPostgres(PostgresHost host) : OperationRules<PostgresHost>(host);

/// <summary>What an operator does from the command line, on whichever database.</summary>
public abstract class OperationRules<THost>(THost host) : IClassFixture<THost>
    where THost : WaymarkHost
{
    [Fact]
    public async Task Export_ThenVerify_GoesTogether()
    {
        var file = Path.Combine(host.Folder, "school.jsonl");
        var name = await NameAsync(AgencyKind.School);

        var (code, output, errors) = await RunAsync("log", "export", file, "--agency", name);

        Assert.Equal((Operation.Done, ""), (code, errors));
        var key = output[(output.IndexOf("--key ", StringComparison.Ordinal) + 6)..].Trim();
        Assert.Equal(LogCommand.Sound, (await RunAsync("log", "verify", file, "--key", key)).Code);
        Assert.Equal(
            ["school.jsonl"],
            Directory.EnumerateFiles(host.Folder, "*.jsonl*").Select(Path.GetFileName)
        );
    }

    [Fact]
    public async Task Export_OverAFileThatIsThere_IsRefused()
    {
        var file = Path.Combine(host.Folder, "kept.txt");
        await File.WriteAllTextAsync(file, "kept");
        var (code, _, errors) = await RunAsync(
            "log",
            "export",
            file,
            "--agency",
            await NameAsync(AgencyKind.School)
        );
        Assert.Equal(Operation.NotDone, code);
        Assert.Contains("is there already. Nothing was done.", errors, StringComparison.Ordinal);
        Assert.Equal("kept", await File.ReadAllTextAsync(file));
    }

    [Fact]
    public async Task Export_AgencyThatIsNot_NamesThoseThatAre()
    {
        var name = await NameAsync(AgencyKind.School);
        var (code, _, errors) = await RunAsync(
            "log",
            "export",
            "x.jsonl",
            "--agency",
            "No such agency"
        );
        Assert.Equal(Operation.NotDone, code);
        Assert.Contains($"'{name}'", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Erase_WithoutTheNameOnceMore_DestroysNothing()
    {
        var name = await NameAsync(AgencyKind.Council);
        var (code, _, errors) = await RunAsync(
            "keys",
            "erase",
            "--agency",
            name,
            "--confirm",
            "yes"
        );
        Assert.Equal(Operation.NotDone, code);
        Assert.Contains($"--confirm \"{name}\"", errors, StringComparison.Ordinal);
        Assert.True(
            await host.ReadAsync(null, db => db.AgencyKeys.AllAsync(k => k.Wrapped != null))
        );
    }

    [Fact]
    public async Task Rotate_Agency_SaysHowManyFields()
    {
        var name = await NameAsync(AgencyKind.Health);
        var (code, output, _) = await RunAsync("keys", "rotate", "--agency", name);
        Assert.Equal(Operation.Done, code);
        Assert.Contains($"fields of {name} anew", output, StringComparison.Ordinal);
        Assert.True(
            await host.ReadAsync(
                null,
                db => db.AgencyKeys.AnyAsync(k => k.Version == 2 && k.Purpose == KeyPurpose.Fields)
            )
        );
    }

    [Fact]
    public async Task Rewrap_WithANewerKey_LeavesNoneUnderTheOlder()
    {
        var keys = Path.Combine(host.Folder, "keys", "encryption.keys");
        await NameAsync(AgencyKind.School);
        var (_, line, _) = await RunAsync("keys", "new", "2027");
        var both = await File.ReadAllTextAsync(keys) + line;
        var newer = Path.Combine(host.Folder, "newer.keys");
        await File.WriteAllTextAsync(newer, both);

        var (code, output, errors) = await RunAsync(
            "keys",
            "rewrap",
            $"--Waymark:EncryptionKeysFile={newer}"
        );

        Assert.Equal((Operation.Done, ""), (code, errors));
        Assert.Contains("keys anew", output, StringComparison.Ordinal);
        Assert.True(
            await host.ReadAsync(null, db => db.AgencyKeys.AllAsync(k => k.WrappedBy == "2027"))
        );
        // The host still has the older key only: put its rows back for the other tests.
        var older = newer + ".back";
        var lines = both.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await File.WriteAllLinesAsync(older, [lines[^1], .. lines[..^1]]);
        Assert.Equal(
            0,
            (await RunAsync("keys", "rewrap", $"--Waymark:EncryptionKeysFile={older}")).Code
        );
    }

    [Fact]
    public async Task New_NameThatCannotBe_SaysWhatCan()
    {
        var (code, _, errors) = await RunAsync("keys", "new", "Key 1");
        Assert.Equal(Operation.NotDone, code);
        Assert.Contains("a-z, 0-9 and hyphen", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_NoDatabaseThere_SaysWhereToLook()
    {
        var (code, _, errors) = await RunAsync(
            "log",
            "export",
            "x.jsonl",
            "--agency",
            "any",
            $"--Waymark:DatabaseFile={Path.Combine(host.Folder, "absent", "none.db")}",
            $"--Waymark:Postgres={(host.Postgres is null ? "" : "Host=/nowhere")}"
        );
        Assert.Equal(Operation.NotDone, code);
        Assert.Contains("Waymark:DatabaseFile", errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(host.Folder, "absent")));
    }

    [Fact]
    public async Task NewAgency_WithItsAdministrator_PrintsALinkThatWorksOnce()
    {
        await NameAsync(AgencyKind.School);
        string[] command =
        [
            "agency",
            "new",
            "Heron Charity",
            "--kind",
            "charity",
            "--administrator",
            "first@heron.example",
            "--name",
            "First Person",
        ];

        var (code, output, errors) = await RunAsync(command);

        Assert.Equal((Operation.Done, ""), (code, errors));
        using var visitor = host.NewVisitor();
        var page = await visitor.GetAsync(output.Trim());
        Assert.Contains("invites you to Waymark at Heron Charity", page.Words);
        var entered = await page.SubmitAsync(
            visitor,
            "main form",
            ("Password", "lantern gravel tuesday")
        );
        Assert.Equal("/", entered.RedirectedTo);
        Assert.Equal("People", (await visitor.GetAsync("/people")).Heading);
        Assert.Equal(
            System.Net.HttpStatusCode.NotFound,
            (await visitor.GetAsync(output.Trim())).Status
        );

        var again = await RunAsync(command);
        Assert.Equal(Operation.NotDone, again.Code);
        Assert.Contains("There is an account of this address", again.Errors);
    }

    [Fact]
    public async Task NewAgency_AddressThatIsNone_MakesNothing()
    {
        await NameAsync(AgencyKind.School);
        var (code, _, errors) = await RunAsync(
            "agency",
            "new",
            "Agency of nobody",
            "--kind",
            "school",
            "--administrator",
            "nobody",
            "--name",
            "Nobody"
        );

        Assert.Equal(Operation.NotDone, code);
        Assert.Contains("Enter an e-mail address", errors, StringComparison.Ordinal);
        Assert.False(
            await host.ReadAsync(
                null,
                db => db.Agencies.AnyAsync(a => a.Name == "Agency of nobody")
            )
        );
    }

    private Task<string> NameAsync(AgencyKind kind) =>
        host.ReadAsync(null, async db => (await db.Agencies.SingleAsync(a => a.Kind == kind)).Name);

    private async Task<(int Code, string Output, string Errors)> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        string[] where =
        [
            $"--Waymark:DatabaseFile={Path.Combine(host.Folder, "waymark.db")}",
            $"--Waymark:Postgres={host.Postgres}",
        ];
        // A setting given twice takes the later one: a test's own wins.
        string[] all = args is ["log", "verify", ..] or ["keys", "new", ..]
            ? args
            : [.. where, .. args];
        var code = await WaymarkCommand
            .Create()
            .Parse(all)
            .InvokeAsync(
                new() { Output = output, Error = errors },
                TestContext.Current.CancellationToken
            );
        return (code, output.ToString(), errors.ToString());
    }
}
