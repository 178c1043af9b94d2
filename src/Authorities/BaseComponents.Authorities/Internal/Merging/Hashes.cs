using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace BaseComponents.Authorities.Internal.Merging;

/// <summary>Short hashes of long values. Cryptographic ones, so that nobody can send two objects that are taken for one.</summary>
internal sealed class Hashes
{
    private byte[] _text = new byte[1024];
    private int _length;

    /// <summary>Length and text, so that no two lists of texts look alike.</summary>
    public Hashes Add(string text)
    {
        var length = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (_text.Length - _length < length + sizeof(int))
            Array.Resize(ref _text, (_length + length + sizeof(int)) * 2);
        var written = Encoding.UTF8.GetBytes(text, _text.AsSpan(_length + sizeof(int)));
        BinaryPrimitives.WriteInt32LittleEndian(_text.AsSpan(_length), written);
        _length += written + sizeof(int);
        return this;
    }

    public Hashes Add(ReadOnlySpan<byte> octets)
    {
        Add(octets.Length);
        if (_text.Length - _length < octets.Length)
            Array.Resize(ref _text, (_length + octets.Length) * 2);
        octets.CopyTo(_text.AsSpan(_length));
        _length += octets.Length;
        return this;
    }

    public Hashes Add(OfficeId id) => Add(id.Agency).Add(id.Scheme).Add(id.Value);

    public Hashes Add(IReadOnlyList<OfficeId> ids)
    {
        Add(ids.Count);
        foreach (var id in ids)
            Add(id);
        return this;
    }

    public Hashes Add(int number)
    {
        if (_text.Length - _length < sizeof(int))
            Array.Resize(ref _text, _text.Length * 2);
        BinaryPrimitives.WriteInt32LittleEndian(_text.AsSpan(_length), number);
        _length += sizeof(int);
        return this;
    }

    /// <summary>The hash of what was added, which is forgotten.</summary>
    public UInt128 Take()
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(_text.AsSpan(0, _length), hash);
        _length = 0;
        return BinaryPrimitives.ReadUInt128BigEndian(hash);
    }

    public static ulong Of(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return BinaryPrimitives.ReadUInt64BigEndian(hash);
    }
}
