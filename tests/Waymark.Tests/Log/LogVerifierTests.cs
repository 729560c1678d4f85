using Waymark.Log;
using Waymark.Log.Verification;
using Xunit;

namespace Waymark.Tests.Log;

public sealed class LogVerifierTests
{
    private static readonly LogSample Sample = LogSample.Of(12, every: 5);

    [Fact]
    public void SignedByAnotherKeyThanTheReaderNamed_IsAFault()
    {
        using var anothers = SigningKey.Create();
        var trusted = new VerifyOptions { TrustedKeys = [LogSample.Key.Public.Fingerprint] };
        Assert.True(LogSample.Verify(Sample.Lines, trusted).IsSound);
        var rewritten = LogSample.Verify(LogSample.Of(12, every: 5, anothers).Lines, trusted);
        var fault = Assert.Single(rewritten.Faults);
        Assert.Equal((1, LogFaults.KeyNotTrusted), (fault.Line, fault.Code));
    }

    [Fact]
    public void LogRewrittenByAHolderOfTheKey_IsFoundWithAnEarlierExport()
    {
        // Entry 12 on from 9 are new; the first eight are the same in both.
        var earlier = LogSample.Of(8, every: 5).Header;
        Assert.True(LogSample.Verify(Sample.Lines, new() { Earlier = earlier }).IsSound);
        var other = earlier with { Head = new(8, LogHash.Of("another entry 8"u8)) };
        var fault = Assert.Single(LogSample.Verify(Sample.Lines, new() { Earlier = other }).Faults);
        Assert.Equal((Sample.LineOf(8), LogFaults.EarlierContradicts), (fault.Line, fault.Code));
    }

    [Fact]
    public void ShorterThanAnEarlierExport_IsAFault()
    {
        var fault = Assert.Single(
            LogSample
                .Verify(Sample.Lines, new() { Earlier = LogSample.Of(13, every: 5).Header })
                .Faults
        );
        Assert.Equal((1, LogFaults.EarlierContradicts), (fault.Line, fault.Code));
    }

    [Fact]
    public void LogOfAnotherAgency_DoesNotContinueThisOne()
    {
        var start = LogHead.Start(Guid.Parse("0199a000-0000-7000-8000-00000000a9e2"));
        Assert.NotEqual(LogHead.Start(LogSample.Agency), start);
        byte[][] lines = [.. Sample.Lines];
        lines[1] = LogSample.EntryLineOf(start, LogSample.EntryAt(1));
        Assert.False(LogSample.Verify(lines).IsSound);
    }

    [Fact]
    public void LineLongerThanAnyLine_IsNamedAndSkipped()
    {
        var lines = Sample.Lines.ToList();
        lines.Insert(
            3,
            [.. Enumerable.Repeat((byte)'x', 3 * ExportLines.LongestLine * 2), (byte)'\n']
        );
        var fault = Assert.Single(LogSample.Verify(lines).Faults);
        Assert.Equal((4, LogFaults.LineUnreadable), (fault.Line, fault.Code));
    }

    [Fact]
    public void StreamThatGivesOneByteAtATime_ReadsTheSame()
    {
        using var slow = new OneByteAtATime([.. Sample.Lines.SelectMany(l => l)]);
        Assert.True(LogVerifier.Verify(slow, new()).IsSound);
    }

    [Fact]
    public void ReadHeader_AlteredExport_IsNull()
    {
        var export = Sample.Lines.SelectMany(l => l).ToArray();
        Assert.Equal(Sample.Header.Head, LogVerifier.ReadHeader(new MemoryStream(export))!.Head);
        export[Sample.Lines[0].Length / 2] ^= 1;
        Assert.Null(LogVerifier.ReadHeader(new MemoryStream(export)));
    }

    private sealed class OneByteAtATime(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> buffer) =>
            base.Read(buffer[..Math.Min(1, buffer.Length)]);
    }
}
