using System.Buffers;
using System.Text;
using Waymark.Log;
using Waymark.Log.Export;
using Waymark.Log.Verification;

namespace Waymark.Tests.Log;

/// <summary>A log made up for a test, as the lines of an export.</summary>
internal sealed class LogSample
{
    public static readonly Guid Agency = Guid.Parse("0199a000-0000-7000-8000-00000000a9e1");
    public static readonly DateTimeOffset Start = new(2026, 11, 24, 9, 5, 0, TimeSpan.Zero);
    public static readonly SigningKey Key = SigningKey.Create();

    private LogSample(
        IReadOnlyList<byte[]> lines,
        ExportHeader header,
        IReadOnlyList<LogHead> heads
    )
    {
        Lines = lines;
        Header = header;
        Heads = heads;
    }

    /// <summary>The lines, each with its line feed.</summary>
    public IReadOnlyList<byte[]> Lines { get; }

    public ExportHeader Header { get; }

    /// <summary>The head after each number of entries, from none on.</summary>
    public IReadOnlyList<LogHead> Heads { get; }

    /// <summary>A log of so many entries with a checkpoint after every so many.</summary>
    public static LogSample Of(int entries, int every, SigningKey? key = null)
    {
        key ??= Key;
        var heads = new List<LogHead> { LogHead.Start(Agency) };
        for (var n = 1; n <= entries; n++)
        {
            heads.Add(heads[^1].Append(EntryAt(n)));
        }
        var header = new ExportHeader(
            Agency,
            heads[^1],
            entries / every,
            Start.AddDays(1),
            [key.Public]
        );
        using var export = new MemoryStream();
        using (var writer = new ExportWriter(export))
        {
            writer.Header(header, key);
            for (var n = 1; n <= entries; n++)
            {
                writer.Entry(heads[n - 1].Hash, EntryAt(n), heads[n].Hash);
                if (n % every == 0)
                {
                    writer.Checkpoint(
                        LogCheckpoint.Sign(key, Agency, n / every, heads[n], Start.AddMinutes(n))
                    );
                }
            }
        }
        return new(Split(export.ToArray()), header, heads);
    }

    public static LogEntry EntryAt(int number, string kind = "answer-changed") =>
        new(
            number,
            Start.AddSeconds(number),
            Id(number % 3),
            kind,
            number % 4 == 0 ? null : Id(number % 5),
            number % 3 == 0 ? null : Id(number),
            number % 2 == 0 ? "b2" : "meds[1]/\"dose\" \\ é\n",
            number,
            LogHash.Of(Encoding.UTF8.GetBytes($"content {number}"))
        );

    public static byte[] EntryLineOf(LogHead after, LogEntry entry)
    {
        var line = new ArrayBufferWriter<byte>();
        EntryLine.Write(line, after, entry);
        line.Write("\n"u8);
        return line.WrittenSpan.ToArray();
    }

    /// <summary>The line, from 1, that holds the entry.</summary>
    public int LineOf(int entry) =>
        1
        + Lines
            .ToList()
            .FindIndex(l => l.AsSpan().StartsWith(Encoding.UTF8.GetBytes($"{{\"entry\":{entry},")));

    public static LogVerdict Verify(IEnumerable<byte[]> lines, VerifyOptions? options = null) =>
        Verify([.. lines.SelectMany(l => l)], options);

    public static LogVerdict Verify(byte[] export, VerifyOptions? options = null) =>
        LogVerifier.Verify(new MemoryStream(export), options ?? new());

    private static List<byte[]> Split(byte[] export)
    {
        var lines = new List<byte[]>();
        for (var start = 0; start < export.Length; )
        {
            var end = Array.IndexOf(export, (byte)'\n', start) + 1;
            lines.Add(export[start..end]);
            start = end;
        }
        return lines;
    }

    private static Guid Id(int n) => new(n, 7, 7, 1, 2, 3, 4, 5, 6, 7, 8);
}
