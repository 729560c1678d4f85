using Waymark.Commands;
using Waymark.Log;
using Xunit;

namespace Waymark.Tests.Log;

public sealed class LogCommandTests : IDisposable
{
    private static readonly LogSample Sample = LogSample.Of(12, every: 5);

    private readonly string _folder = Directory.CreateTempSubdirectory("waymark-log-").FullName;

    [Fact]
    public async Task Verify_LogAsWritten_SaysSoAndShowsTheKeyToCompare()
    {
        var (code, output, _) = await RunAsync("log", "verify", Export("log.jsonl", Sample.Lines));
        Assert.Equal(LogCommand.Sound, code);
        Assert.Contains("12 entries, 2 checkpoints", output, StringComparison.Ordinal);
        Assert.Contains("Every line is as it was written", output, StringComparison.Ordinal);
        Assert.Contains(
            LogSample.Key.Public.Fingerprint.ToString(),
            output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Verify_EntryTakenOut_NamesTheRow()
    {
        var line = Sample.LineOf(7);
        var path = Export("log.jsonl", Sample.Lines.Where((_, i) => i + 1 != line));
        var (code, output, _) = await RunAsync("log", "verify", path);
        Assert.Equal(LogCommand.Faulty, code);
        Assert.Contains(
            $"{path}:{line}: entry-missing: Entry 7 is missing",
            output,
            StringComparison.Ordinal
        );
        Assert.Contains("1 fault.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_KeyOfTheAgencyGiven_HoldsTheExportToIt()
    {
        var path = Export("log.jsonl", Sample.Lines);
        var known = LogSample.Key.Public.Fingerprint.ToString();
        Assert.Equal(
            LogCommand.Sound,
            (await RunAsync("log", "verify", path, "--key", known)).Code
        );
        var other = LogHash.Of("another key"u8).ToString();
        Assert.Equal(
            LogCommand.Faulty,
            (await RunAsync("log", "verify", path, "--key", other)).Code
        );
        Assert.Equal(
            LogCommand.Sound,
            (await RunAsync("log", "verify", path, "--key", other, "--key", known)).Code
        );
    }

    [Fact]
    public async Task Verify_EarlierExport_IsHeldAgainstThisOne()
    {
        var now = Export("now.jsonl", Sample.Lines);
        var then = Export("then.jsonl", LogSample.Of(8, every: 5).Lines);
        Assert.Equal(
            LogCommand.Sound,
            (await RunAsync("log", "verify", now, "--earlier", then)).Code
        );
        Assert.Equal(
            LogCommand.Faulty,
            (await RunAsync("log", "verify", then, "--earlier", now)).Code
        );
    }

    [Fact]
    public async Task Verify_FileThatIsNotThere_SaysNothingWasChecked()
    {
        var (code, _, errors) = await RunAsync(
            "log",
            "verify",
            Path.Combine(_folder, "absent.jsonl")
        );
        Assert.Equal(LogCommand.CannotCheck, code);
        Assert.Contains("Nothing was checked.", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_MistypedFingerprint_SaysWhatOneLooksLike()
    {
        var (code, _, errors) = await RunAsync(
            "log",
            "verify",
            Export("log.jsonl", Sample.Lines),
            "--key",
            "abc"
        );
        Assert.Equal(LogCommand.CannotCheck, code);
        Assert.Contains("64 digits", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_MisspeltOption_ChecksNothing()
    {
        var (code, _, errors) = await RunAsync(
            "log",
            "verify",
            Export("log.jsonl", Sample.Lines),
            "--kee",
            "abc"
        );
        Assert.Equal(LogCommand.CannotCheck, code);
        Assert.Contains("'--kee' is not an option", errors, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Export(string name, IEnumerable<byte[]> lines)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, [.. lines.SelectMany(l => l)]);
        return path;
    }

    private static async Task<(int Code, string Output, string Errors)> RunAsync(
        params string[] args
    )
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = await WaymarkCommand
            .Create()
            .Parse(args)
            .InvokeAsync(
                new() { Output = output, Error = errors },
                TestContext.Current.CancellationToken
            );
        return (code, output.ToString(), errors.ToString());
    }
}
