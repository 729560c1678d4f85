using System.Buffers;

namespace Waymark.Log.Export;

/// <summary>
/// The canonical bytes of an export's first line; each key is the hexadecimal DER of a P-256 public key:
/// <code>
/// {"waymark-log":1,"agency":"…id…","entries":2345,"last":"…64 hex…","checkpoints":2,"at":"…","keys":["…182 hex…"],
///  "signature":"…128 hex…"}
/// </code>
/// </summary>
internal static class HeaderLine
{
    /// <summary>The bytes an export starts with.</summary>
    public static ReadOnlySpan<byte> Start => "{\"waymark-log\":1,"u8;

    /// <summary>The length of a P-256 SubjectPublicKeyInfo in bytes.</summary>
    public const int KeyLength = 91;

    /// <summary>Writes the line without its line feed, signed.</summary>
    public static void Write(ArrayBufferWriter<byte> line, ExportHeader header, SigningKey signedBy)
    {
        var start = line.WrittenCount;
        LogText.Write(line, Start);
        LogText.Write(line, "\"agency\":"u8);
        LogText.WriteQuoted(line, header.AgencyId);
        LogText.Write(line, ",\"entries\":"u8);
        LogText.Write(line, header.Head.Number);
        LogText.Write(line, ",\"last\":\""u8);
        LogText.Write(line, header.Head.Hash);
        LogText.Write(line, "\",\"checkpoints\":"u8);
        LogText.Write(line, header.Checkpoints);
        LogText.Write(line, ",\"at\":\""u8);
        LogText.Write(line, header.At);
        LogText.Write(line, "\",\"keys\":["u8);
        for (var i = 0; i < header.Keys.Count; i++)
        {
            LogText.Write(line, i == 0 ? "\""u8 : ",\""u8);
            LogText.WriteHex(line, [.. header.Keys[i].SubjectPublicKeyInfo]);
            LogText.Write(line, "\""u8);
        }
        LogText.Write(line, "]"u8);
        var signature = signedBy.Sign(line.WrittenSpan[start..]);
        LogText.Write(line, ",\"signature\":\""u8);
        LogText.WriteHex(line, signature);
        LogText.Write(line, "\"}"u8);
    }

    /// <summary>Reads a line without its line feed; null where it is not spelt as a header is.</summary>
    public static ExportHeader? Read(
        ReadOnlySpan<byte> line,
        out ReadOnlySpan<byte> signed,
        out byte[] signature
    )
    {
        var cursor = new LineCursor(line);
        cursor.Expect(Start);
        cursor.Expect("\"agency\":\""u8);
        var agency = cursor.Id();
        cursor.Expect("\",\"entries\":"u8);
        var entries = cursor.Number();
        cursor.Expect(",\"last\":\""u8);
        var last = cursor.Hash();
        cursor.Expect("\",\"checkpoints\":"u8);
        var checkpoints = cursor.Number();
        cursor.Expect(",\"at\":\""u8);
        var at = cursor.Moment();
        cursor.Expect("\",\"keys\":["u8);
        List<VerifyingKey> keys = [];
        do
        {
            cursor.Expect("\""u8);
            keys.Add(new(cursor.Hex(KeyLength)));
            cursor.Expect("\""u8);
        } while (cursor.Next(","u8));
        cursor.Expect("]"u8);
        signed = line[..cursor.Position];
        cursor.Expect(",\"signature\":\""u8);
        signature = cursor.Hex(SigningKey.SignatureLength);
        cursor.Expect("\"}"u8);
        return cursor.IsWhole ? new(agency, new(entries, last), checkpoints, at, keys) : null;
    }
}
