using Microsoft.Extensions.Time.Testing;
using Waymark.Commands;
using Waymark.Content;
using Xunit;

namespace Waymark.Tests.Content;

/// <summary>The command on a small content folder on disk.</summary>
public sealed class ContentCommandTests : IDisposable
{
    private const string Safety = "instruments/safety/safety-check/1.0.0";

    private readonly string _folder = Directory.CreateTempSubdirectory("waymark-content-").FullName;
    private readonly FakeTimeProvider _clock = new(
        new DateTimeOffset(2026, 11, 24, 16, 50, 0, TimeSpan.Zero)
    );

    public ContentCommandTests()
    {
        foreach (var (path, text) in ContentFolders.Small.Files)
        {
            Write(path, text);
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Check_ContentInOrder_SaysWhatThereIs()
    {
        var (code, output) = Run("check");

        Assert.Equal(0, code);
        Assert.Contains(
            "3 instruments, 6 rules, 2 case studies, 1 routes, 3 sources",
            output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Check_BrokenContent_NamesFileAndRuleAndFails()
    {
        Write(
            Safety + "/rules.json",
            Read(Safety + "/rules.json")
                .Replace("\"help\"", "\"nowhere\"", StringComparison.Ordinal)
        );

        var (code, output) = Run("check");

        Assert.Equal(1, code);
        Assert.Contains(
            Safety + "/rules.json: nowhere act.call [route-unknown]",
            output,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("content", "check")]
    [InlineData("instrument", "check")]
    public void CommandLine_Verb_IsKnownAndStartsNoServer(string noun, string verb) =>
        Assert.Equal(verb, WaymarkCommand.Create().Parse([noun, verb]).CommandResult.Command.Name);

    [Fact]
    public void Check_NoSuchFolder_SaysHowToNameIt()
    {
        using var output = new StringWriter();

        var code = ContentCommand
            .Create(output, _clock)
            .Parse(["check", "--content", Path.Combine(_folder, "elsewhere")])
            .Invoke();

        Assert.Equal(1, code);
        Assert.Contains("Name it with --content", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Approve_WordingChanged_IsInOrderAfterwards()
    {
        File.Delete(Path.Combine(_folder, Safety, "wording.approved.txt"));
        Assert.Equal(1, Run("check").Code);

        Assert.Equal(0, Run("approve").Code);

        Assert.Equal(0, Run("check").Code);
    }

    [Fact]
    public void Publish_ThenEdit_IsRefused()
    {
        Assert.Equal(0, Run("publish", Safety).Code);
        Write(
            Safety + "/questionnaire.json",
            Read(Safety + "/questionnaire.json")
                .Replace("A note", "A short note", StringComparison.Ordinal)
        );
        Run("approve");

        var (code, output) = Run("check");

        Assert.Equal(1, code);
        Assert.Contains(ContentCodes.PublishedEdited, output, StringComparison.Ordinal);
        Assert.Contains("2026-11-24", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("instruments/safety/other/1.0.0")]
    [InlineData("..")]
    public void Publish_NoSuchVersion_ChangesNothing(string version)
    {
        var before = Read("published.json");

        Assert.Equal(1, Run("publish", version).Code);

        Assert.Equal(before, Read("published.json"));
    }

    [Fact]
    public void Publish_Twice_ChangesNothing()
    {
        Run("publish", Safety);
        var before = Read("published.json");

        Assert.Equal(1, Run("publish", Safety).Code);

        Assert.Equal(before, Read("published.json"));
    }

    private (int Code, string Output) Run(params string[] arguments)
    {
        using var output = new StringWriter();
        var code = ContentCommand
            .Create(output, _clock)
            .Parse([.. arguments, "--content", _folder])
            .Invoke();
        return (code, output.ToString());
    }

    private string Read(string path) => File.ReadAllText(Path.Combine(_folder, path));

    private void Write(string path, string text)
    {
        var file = Path.Combine(_folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
