using System.Buffers;
using System.Globalization;

namespace Waymark.Log;

/// <summary>
/// The canonical bytes of an entry: one line of JSON, members in this order, no spaces, each value in the spelling of
/// <see cref="LogText"/>:
/// <code>
/// {"entry":7,"at":"2026-11-24T09:05:00.123456Z","by":"…id…","kind":"answer-changed","concern":"…id…" or null,
///  "subject":"…id…" or null,"place":"b2","revision":3,"content":"…64 hex…","previous":"…64 hex…","hash":"…64 hex…"}
/// </code>
/// The hash is the SHA-256 of the line's own bytes from the opening brace up to, and without, <c>,"hash":</c>. Anyone can
/// check it with <c>sha256sum</c>; every byte of the line is either hashed, or part of the hash, or fixed.
/// </summary>
/// <param name="Number">The entry's number.</param>
/// <param name="At">The moment of the event.</param>
/// <param name="Previous">The hash of the entry it was written after.</param>
/// <param name="Stated">The hash that the line states.</param>
/// <param name="Computed">The hash that the line has.</param>
internal readonly record struct EntryLine(
    long Number,
    DateTimeOffset At,
    LogHash Previous,
    LogHash Stated,
    LogHash Computed
)
{
    /// <summary>The bytes every entry line starts with.</summary>
    public static ReadOnlySpan<byte> Start => "{\"entry\":"u8;

    /// <summary>Writes the line without its line feed and gives the hash of the entry.</summary>
    /// <exception cref="ArgumentException">The entry's number does not follow the head's.</exception>
    public static LogHash Write(ArrayBufferWriter<byte> line, LogHead head, LogEntry entry)
    {
        if (entry.Number != head.Number + 1)
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Entry {entry.Number} cannot follow entry {head.Number}."
                ),
                nameof(entry)
            );
        }
        var start = line.WrittenCount;
        WriteBody(line, head.Hash, entry);
        var hash = LogHash.Of(line.WrittenSpan[start..]);
        WriteEnd(line, hash);
        return hash;
    }

    /// <summary>Writes an entry with the hashes that were kept for it, whether or not they are right.</summary>
    public static void WriteAsKept(
        ArrayBufferWriter<byte> line,
        LogHash previous,
        LogEntry entry,
        LogHash hash
    )
    {
        WriteBody(line, previous, entry);
        WriteEnd(line, hash);
    }

    /// <summary>Reads a line without its line feed; false where it is not spelt as an entry is.</summary>
    public static bool TryRead(ReadOnlySpan<byte> line, out EntryLine entry)
    {
        var cursor = new LineCursor(line);
        cursor.Expect(Start);
        var number = cursor.Number();
        cursor.Expect(",\"at\":\""u8);
        var at = cursor.Moment();
        cursor.Expect("\",\"by\":\""u8);
        cursor.Id();
        cursor.Expect("\",\"kind\":"u8);
        cursor.Text();
        cursor.Expect(",\"concern\":"u8);
        cursor.IdOrNull();
        cursor.Expect(",\"subject\":"u8);
        cursor.IdOrNull();
        cursor.Expect(",\"place\":"u8);
        cursor.Text();
        cursor.Expect(",\"revision\":"u8);
        cursor.Number();
        cursor.Expect(",\"content\":\""u8);
        cursor.Hash();
        cursor.Expect("\",\"previous\":\""u8);
        var previous = cursor.Hash();
        cursor.Expect("\""u8);
        var bodyLength = cursor.Position;
        cursor.Expect(",\"hash\":\""u8);
        var stated = cursor.Hash();
        cursor.Expect("\"}"u8);
        if (!cursor.IsWhole)
        {
            entry = default;
            return false;
        }
        entry = new(number, at, previous, stated, LogHash.Of(line[..bodyLength]));
        return true;
    }

    private static void WriteBody(ArrayBufferWriter<byte> line, LogHash previous, LogEntry entry)
    {
        LogText.Write(line, Start);
        LogText.Write(line, entry.Number);
        LogText.Write(line, ",\"at\":\""u8);
        LogText.Write(line, entry.At);
        LogText.Write(line, "\",\"by\":"u8);
        LogText.WriteQuoted(line, entry.ById);
        LogText.Write(line, ",\"kind\":"u8);
        LogText.WriteQuoted(line, entry.Kind);
        LogText.Write(line, ",\"concern\":"u8);
        LogText.WriteQuoted(line, entry.ConcernId);
        LogText.Write(line, ",\"subject\":"u8);
        LogText.WriteQuoted(line, entry.SubjectId);
        LogText.Write(line, ",\"place\":"u8);
        LogText.WriteQuoted(line, entry.Place);
        LogText.Write(line, ",\"revision\":"u8);
        LogText.Write(line, entry.Revision);
        LogText.Write(line, ",\"content\":\""u8);
        LogText.Write(line, entry.Content);
        LogText.Write(line, "\",\"previous\":\""u8);
        LogText.Write(line, previous);
        LogText.Write(line, "\""u8);
    }

    private static void WriteEnd(ArrayBufferWriter<byte> line, LogHash hash)
    {
        LogText.Write(line, ",\"hash\":\""u8);
        LogText.Write(line, hash);
        LogText.Write(line, "\"}"u8);
    }
}
