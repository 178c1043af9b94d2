using System.Buffers;
using System.Text;

namespace BaseComponents.Shared.XmlSecurity;

/// <summary>UTF-8 that grows as it is written, in memory that is used anew by others afterwards and wiped before.</summary>
internal sealed class Utf8Output : IDisposable
{
    private const int MostBytesPerUnit = 3;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(4096);
    private int _length;

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

    public void Write(ReadOnlySpan<char> text)
    {
        Reserve(text.Length < 1024 ? text.Length * MostBytesPerUnit : Encoding.UTF8.GetByteCount(text));
        _length += Encoding.UTF8.GetBytes(text, _bytes.AsSpan(_length));
    }

    public void Write(ReadOnlySpan<byte> octets)
    {
        Reserve(octets.Length);
        octets.CopyTo(_bytes.AsSpan(_length));
        _length += octets.Length;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes, clearArray: true);
        (_bytes, _length) = ([], 0);
    }

    private void Reserve(int more)
    {
        if (_bytes.Length - _length >= more)
            return;
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_bytes.Length * 2, _length + more));
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes, clearArray: true);
        _bytes = larger;
    }
}
