using System.Buffers.Binary;

namespace BaseComponents.SecureMail.Wire.Cms.Ber;

/// <summary>Writes nested elements: with a length where it is known beforehand (DER), without one where it is not (BER).</summary>
internal sealed class BerWriter(Stream target)
{
    private readonly Stack<bool> _isIndefinite = new();

    /// <param name="tag">Of a constructed element.</param>
    /// <param name="length">Octets of the content, or null where nobody knows yet.</param>
    public void Begin(byte tag, long? length)
    {
        _isIndefinite.Push(length is null);
        if (length is { } known)
            WriteHeader(tag, known);
        else
            target.Write([tag, 0x80]);
    }

    public void End()
    {
        if (_isIndefinite.Pop())
            target.Write([0, 0]);
    }

    /// <summary>An element that is already encoded.</summary>
    public void WriteElement(ReadOnlySpan<byte> element) => target.Write(element);

    public void WriteHeader(byte tag, long length)
    {
        Span<byte> header = stackalloc byte[10];
        header[0] = tag;
        if (length < 0x80)
        {
            header[1] = (byte)length;
            target.Write(header[..2]);
            return;
        }

        Span<byte> number = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(number, length);
        number = number.TrimStart((byte)0);
        header[1] = (byte)(0x80 | number.Length);
        number.CopyTo(header[2..]);
        target.Write(header[..(2 + number.Length)]);
    }

    public void WriteOctets(ReadOnlySpan<byte> octets) => target.Write(octets);

    /// <summary>Octets of an element whose content has this length; null stays unknown.</summary>
    public static long? ElementLength(long? contentLength)
    {
        if (contentLength is not { } length)
            return null;
        var octets = 2;
        for (var rest = length; length >= 0x80 && rest > 0; rest >>= 8)
            octets++;
        return length + octets;
    }
}
