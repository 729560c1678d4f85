using Waymark.Log.Export;

namespace Waymark.Log.Verification;

/// <summary>
/// Checks an export on its own: no database, no network, flat memory. It finds every changed, missing, added or moved
/// line. It cannot find a log that was rewritten from some entry on by someone who also holds the signing key, unless the
/// reader has an earlier export (<see cref="VerifyOptions.Earlier"/>).
/// </summary>
public static class LogVerifier
{
    private const int ProgressEvery = 100_000;

    /// <summary>Reads only the first line and checks its signature; null where it is not sound.</summary>
    public static ExportHeader? ReadHeader(Stream export)
    {
        var lines = new ExportLines(export);
        var faults = new FaultList(1);
        var header = Header(lines, faults);
        return faults.IsFull ? null : header;
    }

    /// <summary>Reads the whole stream and says what is wrong with it.</summary>
    /// <param name="export">The export, read once from start to end.</param>
    /// <param name="options">What the reader knows from elsewhere.</param>
    /// <param name="progress">Told the number of bytes read now and then.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static LogVerdict Verify(
        Stream export,
        VerifyOptions options,
        IProgress<long>? progress = null,
        CancellationToken cancellation = default
    )
    {
        var faults = new FaultList(options.MostFaults);
        var lines = new ExportLines(export);
        if (Header(lines, faults) is not { } header)
        {
            return new(null, 0, 0, faults.InOrder(), StoppedEarly: true);
        }
        using var keys = new KeyRing(header.Keys, options.TrustedKeys, faults);
        keys.CheckTrust(header.Keys[^1].Fingerprint, line: 1);
        var chain = new ChainFollower(LogHead.Start(header.AgencyId), faults);
        var checkpoints = new CheckpointFollower(header.AgencyId, chain, keys, faults);
        var earlier = new EarlierCheck(header, options.Earlier, faults);
        while (!faults.IsFull && lines.TryRead(out var line, out var isWhole))
        {
            if (lines.Number % ProgressEvery == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                progress?.Report(lines.Bytes);
            }
            if (isWhole && EntryLine.TryRead(line, out var entry))
            {
                chain.Entry(entry, lines.Number);
                earlier.Entry(entry, lines.Number);
            }
            else if (isWhole && CheckpointLine.Read(line, out var signed) is { } checkpoint)
            {
                checkpoints.Checkpoint(checkpoint, signed, lines.Number);
            }
            else
            {
                chain.Unreadable(lines.Number);
            }
        }
        var stoppedEarly = faults.IsFull;
        if (!stoppedEarly)
        {
            checkpoints.End(header, lines.Number);
            End(header, chain, lines.Number, faults);
        }
        progress?.Report(lines.Bytes);
        return new(header, chain.Entries, checkpoints.Count, faults.InOrder(), stoppedEarly);
    }

    private static ExportHeader? Header(ExportLines lines, FaultList faults)
    {
        var header = lines.TryRead(out var line, out var isWhole)
            ? HeaderLine.Read(line, out var signed, out var signature)
            : NoHeader(out signed, out signature);
        if (header is null || !isWhole)
        {
            faults.Add(
                1,
                LogFaults.NotAnExport,
                $"The first line is not the first line of a Waymark log export, or it was altered. Nothing can be checked without it."
            );
            return null;
        }
        using var key = header.Keys[^1].Open();
        if (key is null || !SigningKey.Verify(key, signed, signature))
        {
            faults.Add(
                1,
                LogFaults.HeaderAltered,
                $"The first line does not carry the signature of its key: what it says of the log was altered."
            );
        }
        return header;
    }

    private static ExportHeader? NoHeader(out ReadOnlySpan<byte> signed, out byte[] signature)
    {
        signed = [];
        signature = [];
        return null;
    }

    private static void End(
        ExportHeader header,
        ChainFollower chain,
        long lastLine,
        FaultList faults
    )
    {
        switch (chain.Witness(header.Head.Number, header.Head.Hash))
        {
            case Agreement.Agrees:
                break;
            case Agreement.Later:
                faults.Add(
                    lastLine + 1,
                    LogFaults.CutShort,
                    $"The export ends after entry {chain.Last.Number}, but its first line says it holds {header.Head.Number} entries: the end was cut off."
                );
                break;
            case Agreement.Earlier:
                faults.Add(
                    chain.Last.Line,
                    LogFaults.TooLong,
                    $"The export goes on to entry {chain.Last.Number}, but its first line says it ends with entry {header.Head.Number}: lines were added."
                );
                break;
            case Agreement.Contradicts:
                faults.Add(
                    chain.Last.Line,
                    LogFaults.LastEntryDiffers,
                    $"Entry {header.Head.Number} is not the one that the first line states: it, or entries since the last checkpoint, were replaced."
                );
                break;
            default:
                throw new InvalidOperationException("An agreement without a verdict.");
        }
    }
}
