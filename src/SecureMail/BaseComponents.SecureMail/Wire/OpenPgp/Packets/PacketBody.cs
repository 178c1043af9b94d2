using System.Buffers.Binary;
using BaseComponents.SecureMail.Wire.Streams;

namespace BaseComponents.SecureMail.Wire.OpenPgp.Packets;

/// <summary>The body of a packet, put together from its parts.</summary>
internal sealed class PacketBody : SourceStream
{
    private readonly Stream _source;
    private readonly bool _isOpenEnded;
    private long _left;
    private bool _hasMoreParts;

    private PacketBody(Stream source, bool isOpenEnded) => (_source, _isOpenEnded) = (source, isOpenEnded);

    /// <summary>How many octets were read.</summary>
    public long Consumed { get; private set; }

    public static PacketBody OfNewFormat(Stream source)
    {
        var body = new PacketBody(source, isOpenEnded: false);
        body.ReadLength();
        return body;
    }

    public static PacketBody OfOldFormat(Stream source, int lengthType)
    {
        var body = new PacketBody(source, isOpenEnded: lengthType == 3);
        if (lengthType < 3)
            body._left = ReadNumber(source, 1 << lengthType);
        return body;
    }

    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty)
            return 0;
        while (_left == 0 && _hasMoreParts)
            ReadLength();
        var count = _source.Read(_isOpenEnded ? buffer : buffer[..(int)Math.Min(buffer.Length, _left)]);
        if (count == 0 && _left > 0)
            throw new OpenPgpException(OpenPgpProblem.Malformed);
        _left -= _isOpenEnded ? 0 : count;
        Consumed += count;
        return count;
    }

    /// <summary>Reads what is left and forgets it.</summary>
    public void Skip() => CopyTo(Null);

    /// <summary>The whole body.</summary>
    /// <exception cref="OpenPgpException">It is larger than the limit.</exception>
    public byte[] ReadAll(int limit)
    {
        var octets = new byte[limit + 1];
        var count = this.ReadAtLeast(octets, octets.Length, throwOnEndOfStream: false);
        return count <= limit ? octets[..count] : throw new OpenPgpException(OpenPgpProblem.Malformed);
    }

    private void ReadLength()
    {
        var first = ReadNumber(_source, 1);
        _hasMoreParts = first is >= 224 and < 255;
        _left = first switch
        {
            < 192 => first,
            < 224 => ((first - 192) << 8) + ReadNumber(_source, 1) + 192,
            255 => ReadNumber(_source, 4),
            _ => 1L << (int)(first & 0x1F),
        };
    }

    private static long ReadNumber(Stream source, int length)
    {
        Span<byte> octets = stackalloc byte[4];
        octets.Clear();
        if (source.ReadAtLeast(octets[(4 - length)..], length, throwOnEndOfStream: false) < length)
            throw new OpenPgpException(OpenPgpProblem.Malformed);
        return BinaryPrimitives.ReadUInt32BigEndian(octets);
    }
}
