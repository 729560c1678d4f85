using System.Buffers;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Waymark.Log;
using Xunit;

namespace Waymark.Tests.Log;

public sealed class EntryLineTests
{
    [Fact]
    public void Line_IsExactlyTheseBytes()
    {
        // Written out in full: a later version that spells an entry otherwise could not verify older logs.
        var agency = Guid.Parse("0199a000-0000-7000-8000-00000000a9e1");
        var entry = new LogEntry(
            1,
            new DateTimeOffset(2026, 11, 24, 9, 5, 0, TimeSpan.Zero).AddTicks(1234567),
            Guid.Parse("11111111-2222-3333-4444-555555555555"),
            "answer-changed",
            Guid.Parse("0199A000-0000-7000-8000-0000000000C1"),
            null,
            "meds[1]/\"dose\"\\\n\u00e9",
            3,
            LogHash.Of("x"u8)
        );
        var line = new ArrayBufferWriter<byte>();
        EntryLine.Write(line, LogHead.Start(agency), entry);
        Assert.Equal(
            """
            {"entry":1,"at":"2026-11-24T09:05:00.123456Z","by":"11111111-2222-3333-4444-555555555555","kind":"answer-changed","concern":"0199a000-0000-7000-8000-0000000000c1","subject":null,"place":"meds[1]/\"dose\"\\\u000aé","revision":3,"content":"2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881","previous":"PREVIOUS","hash":"HASH"}
            """.Replace(
                "PREVIOUS",
                Sha256Sum("waymark-log/1 0199a000-0000-7000-8000-00000000a9e1"),
                StringComparison.Ordinal
            ).Replace("HASH", Stated(line.WrittenSpan), StringComparison.Ordinal),
            Encoding.UTF8.GetString(line.WrittenSpan)
        );
    }

    [Fact]
    public void Hash_IsTheSha256SumOfTheLineUpToIt()
    {
        var line = Encoding.UTF8.GetString(LogSample.Of(2, every: 2).Lines[2]);
        var body = line[..line.IndexOf(",\"hash\":", StringComparison.Ordinal)];
        using var parsed = JsonDocument.Parse(line);
        Assert.Equal(parsed.RootElement.GetProperty("hash").GetString(), Sha256Sum(body));
    }

    [Fact]
    public void EveryLine_IsJson()
    {
        foreach (var line in LogSample.Of(9, every: 4).Lines)
        {
            using var parsed = JsonDocument.Parse(line);
            Assert.Equal(JsonValueKind.Object, parsed.RootElement.ValueKind);
        }
    }

    [Theory]
    [InlineData("\"entry\":1", "\"entry\":01")]
    [InlineData("\"entry\":1", "\"entry\":+1")]
    [InlineData("\"entry\":1", "\"entry\": 1")]
    [InlineData("\"entry\":1", "\"entry\":99999999999999999999")]
    [InlineData("{\"entry\"", "{\"Entry\"")]
    [InlineData("T09:", "t09:")]
    [InlineData("2026-11-24", "2026-02-30")]
    [InlineData("\"}", "\"} ")]
    [InlineData("\"}", "\",\"more\":1}")]
    public void LineSpeltOtherwise_IsNotRead(string from, string to)
    {
        var line = Encoding.UTF8.GetString(LogSample.Of(1, every: 1).Lines[1]).TrimEnd('\n');
        Assert.True(EntryLine.TryRead(Encoding.UTF8.GetBytes(line), out _));
        Assert.False(
            EntryLine.TryRead(
                Encoding.UTF8.GetBytes(line.Replace(from, to, StringComparison.Ordinal)),
                out _
            )
        );
    }

    [Fact]
    public void Append_NumberThatDoesNotFollow_IsABug() =>
        Assert.Throws<ArgumentException>(() =>
            LogHead.Start(LogSample.Agency).Append(LogSample.EntryAt(2))
        );

    [Fact]
    public void ContentDigest_TellsApartWhatPlainJoiningWouldNot()
    {
        var salt = new byte[LogContent.SaltLength];
        Assert.NotEqual(
            LogContent.Digest(salt, "A", "b", "c"),
            LogContent.Digest(salt, "A", "bc", "")
        );
        Assert.NotEqual(
            LogContent.Digest(salt, "A", null, "c"),
            LogContent.Digest(salt, "A", "", "c")
        );
        Assert.NotEqual(
            LogContent.Digest(salt, "A", null, "yes"),
            LogContent.Digest(LogContent.NewSalt(), "A", null, "yes")
        );
    }

    private static string Stated(ReadOnlySpan<byte> line) => Encoding.UTF8.GetString(line[^66..^2]);

    /// <summary>What the system's own <c>sha256sum</c> says, so that the check does not rest on our code.</summary>
    private static string Sha256Sum(string text)
    {
        using var program = Process.Start(
            new ProcessStartInfo("sha256sum")
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            }
        )!;
        program.StandardInput.BaseStream.Write(Encoding.UTF8.GetBytes(text));
        program.StandardInput.Close();
        return program.StandardOutput.ReadToEnd()[..64];
    }
}
