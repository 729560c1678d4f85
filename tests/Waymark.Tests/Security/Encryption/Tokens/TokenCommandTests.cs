using Microsoft.EntityFrameworkCore;
using Waymark.Commands;
using Waymark.Features.Accounts;
using Waymark.Tests.Host;
using Xunit;

namespace Waymark.Tests.Security.Encryption.Tokens;

/// <summary>An operator takes an installation from a key file to a hardware module, and back.</summary>
[Collection(nameof(SoftToken))]
public sealed class TokenCommandTests(WaymarkHost host) : IClassFixture<WaymarkHost>
{
    [Fact]
    public async Task Rewrap_ToAKeyOfTheModule_OpensWhatTheFileSealed()
    {
        // The keys are made when the host first starts.
        var agency = await host.ReadAsync(AgencyKind.School, db => db.Agencies.FirstAsync());
        var file = await File.ReadAllTextAsync(
            Path.Combine(host.Folder, "keys", "encryption.keys")
        );
        var (_, line, _) = await RunAsync("keys", "new", "on-token-1", "--on-token");
        Assert.Equal("on-token-1 pkcs11", line.Trim());
        var both = await WriteAsync("both", file + line);
        var tokenOnly = await WriteAsync("token", line);

        var there = await RunAsync("keys", "rewrap", both);
        var rotated = await RunAsync("keys", "rotate", "--agency", agency.Name, tokenOnly);

        Assert.Equal((Operation.Done, ""), (there.Code, there.Errors));
        Assert.Equal((Operation.Done, ""), (rotated.Code, rotated.Errors));
        Assert.True(
            await host.ReadAsync(
                null,
                db => db.AgencyKeys.AllAsync(k => k.WrappedBy == "on-token-1")
            )
        );
        var back = await RunAsync("keys", "rewrap", await WriteAsync("back", line + file));
        Assert.Equal((Operation.Done, ""), (back.Code, back.Errors));
    }

    [Fact]
    public async Task New_OnATokenThatHasIt_IsRefused()
    {
        Assert.Equal(Operation.Done, (await RunAsync("keys", "new", "twice", "--on-token")).Code);
        var (code, _, errors) = await RunAsync("keys", "new", "twice", "--on-token");
        Assert.Equal(Operation.NotDone, code);
        Assert.Contains("Give another name", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rewrap_KeyThatTheModuleLacks_NamesTheLineAndDoesNothing()
    {
        await host.ReadAsync(null, db => db.Agencies.CountAsync());
        var (code, _, errors) = await RunAsync(
            "keys",
            "rewrap",
            await WriteAsync("lacks", "not-there pkcs11\n")
        );
        Assert.Equal(Operation.NotDone, code);
        Assert.Contains("names a key 'not-there'", errors, StringComparison.Ordinal);
    }

    private async Task<string> WriteAsync(string name, string lines)
    {
        var path = Path.Combine(host.Folder, name + ".keys");
        await File.WriteAllTextAsync(path, lines);
        return $"--Waymark:EncryptionKeysFile={path}";
    }

    private async Task<(int Code, string Output, string Errors)> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        string[] all =
        [
            .. args,
            $"--Waymark:DatabaseFile={Path.Combine(host.Folder, "waymark.db")}",
            $"--Waymark:Postgres={host.Postgres}",
            .. SoftToken.Switches(),
        ];
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
