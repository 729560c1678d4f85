using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Waymark.Log;
using Waymark.Log.Export;
using Waymark.Log.Verification;

namespace Waymark.Benchmarks.Log;

/// <summary>
/// Writes logs of growing length to a temporary file and verifies them, beside a bare SHA-256 of the same file: the least
/// that any proof of it could cost. <c>dotnet run -c Release --project bench/Waymark.Benchmarks -- log [ENTRIES…]</c>
/// </summary>
internal static class LogTable
{
    private const int CheckpointEvery = 1000;
    private static readonly long[] Lengths = [100_000, 1_000_000, 10_000_000];

    public static int Run(string[] args)
    {
        var lengths =
            args.Length == 0
                ? Lengths
                : [.. args.Select(a => long.Parse(a, CultureInfo.InvariantCulture))];
        Console.WriteLine(
            "| entries | MiB | written in s | verified in s | entries/s | bare SHA-256 in s | ratio | live MiB at most |"
        );
        Console.WriteLine("|--:|--:|--:|--:|--:|--:|--:|--:|");
        var path = Path.Combine(Path.GetTempPath(), $"waymark-log-{Environment.ProcessId}.jsonl");
        try
        {
            foreach (var length in lengths)
            {
                Console.WriteLine(Row(path, length));
            }
        }
        finally
        {
            File.Delete(path);
        }
        return 0;
    }

    private static string Row(string path, long length)
    {
        var clock = Stopwatch.StartNew();
        Write(path, length);
        var written = clock.Elapsed;

        clock.Restart();
        var memory = new LiveMemory();
        LogVerdict verdict;
        using (var export = File.OpenRead(path))
        {
            verdict = LogVerifier.Verify(export, new(), memory);
        }
        var verified = clock.Elapsed;
        if (!verdict.IsSound || verdict.Entries != length)
        {
            throw new InvalidOperationException("The log that was just written does not verify.");
        }

        clock.Restart();
        using (var export = File.OpenRead(path))
        {
            SHA256.HashData(export);
        }
        var bare = clock.Elapsed;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {length:N0} | {new FileInfo(path).Length / 1048576.0:N0} | {written.TotalSeconds:N1} | {verified.TotalSeconds:N1} | {length / verified.TotalSeconds:N0} | {bare.TotalSeconds:N1} | {verified / bare:N1} | {memory.MostBytes / 1048576.0:N1} |"
        );
    }

    private static void Write(string path, long length)
    {
        using var key = SigningKey.Create();
        var agency = new Guid(1, 2, 3, [4, 5, 6, 7, 8, 9, 10, 11]);
        var start = new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);
        var content = LogHash.Of("content"u8);
        LogEntry At(long number) =>
            new(
                number,
                start.AddSeconds(number),
                agency,
                "answer-changed",
                agency,
                agency,
                "b2",
                (int)number,
                content
            );

        // The header states the last hash, so the chain is walked once before the lines are written.
        var head = LogHead.Start(agency);
        for (var n = 1L; n <= length; n++)
        {
            head = head.Append(At(n));
        }
        using var file = File.Create(path);
        using var writer = new ExportWriter(file);
        writer.Header(new(agency, head, length / CheckpointEvery, start, [key.Public]), key);
        head = LogHead.Start(agency);
        for (var n = 1L; n <= length; n++)
        {
            var entry = At(n);
            var next = head.Append(entry);
            writer.Entry(head.Hash, entry, next.Hash);
            head = next;
            if (n % CheckpointEvery == 0)
            {
                writer.Checkpoint(
                    LogCheckpoint.Sign(key, agency, n / CheckpointEvery, head, start)
                );
            }
        }
    }

    /// <summary>The most memory that lived, looked at each time the verifier tells its progress.</summary>
    private sealed class LiveMemory : IProgress<long>
    {
        public long MostBytes { get; private set; }

        public void Report(long value) =>
            MostBytes = Math.Max(MostBytes, GC.GetTotalMemory(forceFullCollection: true));
    }
}
