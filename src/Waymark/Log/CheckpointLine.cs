using System.Buffers;

namespace Waymark.Log;

/// <summary>
/// The canonical bytes of a checkpoint:
/// <code>
/// {"checkpoint":2,"agency":"…id…","entry":2000,"hash":"…64 hex…","at":"…","key":"…64 hex…","signature":"…128 hex…"}
/// </code>
/// </summary>
internal static class CheckpointLine
{
    /// <summary>The bytes every checkpoint line starts with.</summary>
    public static ReadOnlySpan<byte> Start => "{\"checkpoint\":"u8;

    /// <summary>Writes what is signed.</summary>
    public static void WriteBody(ArrayBufferWriter<byte> line, LogCheckpoint checkpoint)
    {
        LogText.Write(line, Start);
        LogText.Write(line, checkpoint.Number);
        LogText.Write(line, ",\"agency\":"u8);
        LogText.WriteQuoted(line, checkpoint.AgencyId);
        LogText.Write(line, ",\"entry\":"u8);
        LogText.Write(line, checkpoint.Entry);
        LogText.Write(line, ",\"hash\":\""u8);
        LogText.Write(line, checkpoint.Hash);
        LogText.Write(line, "\",\"at\":\""u8);
        LogText.Write(line, checkpoint.At);
        LogText.Write(line, "\",\"key\":\""u8);
        LogText.Write(line, checkpoint.Key);
        LogText.Write(line, "\""u8);
    }

    /// <summary>Writes the whole line without its line feed.</summary>
    public static void Write(ArrayBufferWriter<byte> line, LogCheckpoint checkpoint)
    {
        WriteBody(line, checkpoint);
        LogText.Write(line, ",\"signature\":\""u8);
        LogText.WriteHex(line, [.. checkpoint.Signature]);
        LogText.Write(line, "\"}"u8);
    }

    /// <summary>Reads a line without its line feed; <paramref name="signed"/> is the part that the signature covers.</summary>
    public static LogCheckpoint? Read(ReadOnlySpan<byte> line, out ReadOnlySpan<byte> signed)
    {
        var cursor = new LineCursor(line);
        cursor.Expect(Start);
        var number = cursor.Number();
        cursor.Expect(",\"agency\":\""u8);
        var agency = cursor.Id();
        cursor.Expect("\",\"entry\":"u8);
        var entry = cursor.Number();
        cursor.Expect(",\"hash\":\""u8);
        var hash = cursor.Hash();
        cursor.Expect("\",\"at\":\""u8);
        var at = cursor.Moment();
        cursor.Expect("\",\"key\":\""u8);
        var key = cursor.Hash();
        cursor.Expect("\""u8);
        signed = line[..cursor.Position];
        cursor.Expect(",\"signature\":\""u8);
        var signature = cursor.Hex(SigningKey.SignatureLength);
        cursor.Expect("\"}"u8);
        return cursor.IsWhole ? new(agency, number, entry, hash, at, key, signature) : null;
    }
}
