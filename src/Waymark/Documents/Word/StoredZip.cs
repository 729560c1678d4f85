using System.Buffers.Binary;
using System.Text;

namespace Waymark.Documents.Word;

/// <summary>
/// A zip archive whose bytes depend on its entries alone. The framework's own writer puts in the time of day, the operating system and,
/// through the compressor, the processor; a record whose hash is kept must have none of these. So: entries are stored, not
/// compressed, in the order given, all dated 1 January 1980, the format's first day.
/// Format: PKWARE APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16.
/// </summary>
internal static class StoredZip
{
    private const ushort VersionNeeded = 20;
    private const ushort NamesAreUtf8 = 1 << 11;
    private const ushort FirstDay = (1 << 5) | 1;

    public static byte[] Write(IReadOnlyList<(string Name, byte[] Content)> entries)
    {
        using var file = new MemoryStream();
        using var directory = new MemoryStream();
        foreach (var (name, content) in entries)
        {
            var nameBytes = Encoding.UTF8.GetBytes(name);
            var shared = SharedFields(nameBytes.Length, content);
            var offset = (uint)file.Position;

            Write32(file, 0x04034b50);
            file.Write(shared);
            file.Write(nameBytes);
            file.Write(content);

            Write32(directory, 0x02014b50);
            Write16(directory, VersionNeeded); // made by: the oldest and plainest kind of archive, on every machine
            directory.Write(shared);
            Write16(directory, 0); // comment length
            Write16(directory, 0); // disk
            Write16(directory, 0); // internal attributes
            Write32(directory, 0); // external attributes
            Write32(directory, offset);
            directory.Write(nameBytes);
        }
        var directoryOffset = (uint)file.Position;
        directory.WriteTo(file);
        Write32(file, 0x06054b50);
        Write16(file, 0); // this disk
        Write16(file, 0); // the directory's disk
        Write16(file, (ushort)entries.Count);
        Write16(file, (ushort)entries.Count);
        Write32(file, (uint)directory.Length);
        Write32(file, directoryOffset);
        Write16(file, 0); // comment length
        return file.ToArray();
    }

    /// <summary>The 26 bytes that an entry's own header and its place in the directory have in common.</summary>
    private static byte[] SharedFields(int nameLength, byte[] content)
    {
        using var fields = new MemoryStream(26);
        Write16(fields, VersionNeeded);
        Write16(fields, NamesAreUtf8);
        Write16(fields, 0); // method: stored
        Write16(fields, 0); // midnight
        Write16(fields, FirstDay);
        Write32(fields, Crc32(content));
        Write32(fields, (uint)content.Length);
        Write32(fields, (uint)content.Length);
        Write16(fields, (ushort)nameLength);
        Write16(fields, 0); // extra fields
        return fields.ToArray();
    }

    /// <summary>The checksum of APPNOTE 4.4.7: CRC-32 with the reversed polynomial 0xEDB88320.</summary>
    private static uint Crc32(ReadOnlySpan<byte> content)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var value in content)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320u : crc >> 1;
            }
        }
        return ~crc;
    }

    private static void Write16(MemoryStream to, ushort value)
    {
        Span<byte> bytes = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, value);
        to.Write(bytes);
    }

    private static void Write32(MemoryStream to, uint value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        to.Write(bytes);
    }
}
