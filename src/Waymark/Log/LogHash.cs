using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Waymark.Log;

/// <summary>A SHA-256 hash: 32 bytes, written as 64 lower-case hexadecimal digits.</summary>
public readonly record struct LogHash
{
    /// <summary>The length in bytes.</summary>
    public const int Length = 32;

    /// <summary>The length in hexadecimal digits.</summary>
    public const int HexLength = Length * 2;

    private readonly UInt128 _high;
    private readonly UInt128 _low;

    /// <summary>Takes the 32 bytes of a hash.</summary>
    /// <exception cref="ArgumentException"><paramref name="bytes"/> is not 32 bytes long.</exception>
    public LogHash(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Length)
        {
            throw new ArgumentException(
                $"A hash has {Length} bytes, not {bytes.Length}.",
                nameof(bytes)
            );
        }
        _high = BinaryPrimitives.ReadUInt128BigEndian(bytes);
        _low = BinaryPrimitives.ReadUInt128BigEndian(bytes[16..]);
    }

    /// <summary>The hash of some bytes.</summary>
    public static LogHash Of(ReadOnlySpan<byte> data)
    {
        Span<byte> hash = stackalloc byte[Length];
        SHA256.HashData(data, hash);
        return new(hash);
    }

    /// <summary>Reads exactly 64 lower-case hexadecimal digits; anything else is no hash.</summary>
    public static bool TryParse(ReadOnlySpan<byte> hex, out LogHash hash)
    {
        Span<byte> bytes = stackalloc byte[Length];
        if (!LowerHex.TryDecode(hex, bytes))
        {
            hash = default;
            return false;
        }
        hash = new(bytes);
        return true;
    }

    /// <summary>The 32 bytes.</summary>
    public byte[] ToArray()
    {
        var bytes = new byte[Length];
        CopyTo(bytes);
        return bytes;
    }

    /// <summary>Writes the 32 bytes to the start of <paramref name="destination"/>.</summary>
    public void CopyTo(Span<byte> destination)
    {
        BinaryPrimitives.WriteUInt128BigEndian(destination, _high);
        BinaryPrimitives.WriteUInt128BigEndian(destination[16..], _low);
    }

    /// <summary>The 64 digits.</summary>
    public override string ToString() => Convert.ToHexStringLower(ToArray());
}
