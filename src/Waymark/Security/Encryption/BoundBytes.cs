using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Waymark.Security.Encryption;

/// <summary>
/// What a ciphertext is bound to, spelt so that no two meanings share their bytes: a text is preceded by its length in four
/// big-endian bytes, an id is its 16 bytes in reading order, a number four big-endian bytes.
/// </summary>
internal sealed class BoundBytes
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    public BoundBytes(string purpose) => Add(purpose);

    public BoundBytes Add(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Add(bytes.Length);
        _bytes.Write(bytes);
        return this;
    }

    public BoundBytes Add(Guid id)
    {
        _bytes.Write(id.ToByteArray(bigEndian: true));
        return this;
    }

    public BoundBytes Add(int number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        _bytes.Write(bytes);
        return this;
    }

    public byte[] ToArray() => _bytes.WrittenSpan.ToArray();
}
