using System.Buffers;

namespace Waymark.Log.Export;

/// <summary>
/// Writes an export: UTF-8, one JSON object a line, each line ended by a line feed. First the header, then entries in
/// order, each checkpoint after the entry it covers. Memory stays flat however long the log is.
/// </summary>
public sealed class ExportWriter(Stream output) : IDisposable
{
    private const int FlushAt = 64 * 1024;

    private readonly ArrayBufferWriter<byte> _lines = new(FlushAt + 4096);

    /// <summary>Writes the first line.</summary>
    public void Header(ExportHeader header, SigningKey signedBy)
    {
        HeaderLine.Write(_lines, header, signedBy);
        EndLine();
    }

    /// <summary>Writes an entry with the hashes kept for it. They are not corrected: finding out is the verifier's work.</summary>
    public void Entry(LogHash previous, LogEntry entry, LogHash hash)
    {
        EntryLine.WriteAsKept(_lines, previous, entry, hash);
        EndLine();
    }

    /// <summary>Writes a checkpoint.</summary>
    public void Checkpoint(LogCheckpoint checkpoint)
    {
        CheckpointLine.Write(_lines, checkpoint);
        EndLine();
    }

    /// <summary>Writes what is still held back to the stream, which stays open.</summary>
    public void Dispose()
    {
        Flush();
        output.Flush();
    }

    private void EndLine()
    {
        _lines.Write("\n"u8);
        if (_lines.WrittenCount >= FlushAt)
        {
            Flush();
        }
    }

    private void Flush()
    {
        output.Write(_lines.WrittenSpan);
        _lines.ResetWrittenCount();
    }
}
