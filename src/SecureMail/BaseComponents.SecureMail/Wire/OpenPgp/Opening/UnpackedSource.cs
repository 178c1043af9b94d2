using System.IO.Compression;
using BaseComponents.SecureMail.Wire.OpenPgp.Packets;
using BaseComponents.SecureMail.Wire.Streams;

namespace BaseComponents.SecureMail.Wire.OpenPgp.Opening;

/// <summary>Undoes the packing of a packet (RFC 9580 section 5.6), and stops where it gives far more than was put in: a few octets can stand for gigabytes.</summary>
internal sealed class UnpackedSource : SourceStream
{
    private const int MaxRatio = 100;

    // A short mail that packs well is no attack.
    private const long AlwaysAllowed = 10_000_000;
    private readonly PacketBody _packed;
    private readonly Stream _unpacked;
    private readonly long _limit;
    private long _length;

    public UnpackedSource(PacketBody packed, long limit)
    {
        (_packed, _limit) = (packed, limit);
        _unpacked = packed.ReadByte() switch
        {
            0 => packed,
            1 => new DeflateStream(packed, CompressionMode.Decompress),
            2 => new ZLibStream(packed, CompressionMode.Decompress),
            < 0 => throw new OpenPgpException(OpenPgpProblem.Malformed),
            _ => throw new OpenPgpException(OpenPgpProblem.UnsupportedAlgorithm),
        };
    }

    public override int Read(Span<byte> buffer)
    {
        var count = _unpacked.Read(buffer);
        _length += count;
        if (_length > _limit || _length > AlwaysAllowed + (MaxRatio * _packed.Consumed))
            throw new OpenPgpException(OpenPgpProblem.TooLarge);
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _unpacked.Dispose();
        base.Dispose(disposing);
    }
}
