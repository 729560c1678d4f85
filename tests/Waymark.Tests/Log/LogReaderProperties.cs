using FsCheck.Xunit;

namespace Waymark.Tests.Log;

/// <summary>Whatever a file holds, the verifier answers, and calls sound only what was written.</summary>
public sealed class LogReaderProperties
{
    private static readonly LogSample s_sample = LogSample.Of(5, every: 2);

    [Property(MaxTest = 500)]
    public bool Verify_AnyBytes_AreAnsweredAndNeverSound(byte[] bytes) =>
        !LogSample.Verify(bytes).IsSound;

    [Property(MaxTest = 500)]
    public bool Verify_AnyBytesAfterAHeader_AreAnsweredAndNeverSound(byte[] bytes) =>
        !LogSample.Verify([.. s_sample.Lines[0], .. bytes]).IsSound;

    /// <summary>A line with a piece of another line in it.</summary>
    [Property(MaxTest = 1000)]
    public bool Verify_PiecesOfLinesMixed_AreAnsweredAndNeverSound(
        uint one,
        uint other,
        uint cut,
        uint join
    )
    {
        var lines = s_sample.Lines.ToList();
        var (a, b) = ((int)(one % lines.Count), (int)(other % lines.Count));
        var mixed = (byte[])
            [
                .. lines[a][..(int)(cut % lines[a].Length)],
                .. lines[b][(int)(join % lines[b].Length)..],
            ];
        if (mixed.AsSpan().SequenceEqual(lines[a]))
        {
            return true;
        }
        lines[a] = mixed;
        return !LogSample.Verify(lines).IsSound;
    }
}
