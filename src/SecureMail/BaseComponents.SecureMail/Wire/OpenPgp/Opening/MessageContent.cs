using BaseComponents.SecureMail.Wire.OpenPgp.Packets;
using BaseComponents.SecureMail.Wire.Streams;
using Org.BouncyCastle.Bcpg.OpenPgp;

namespace BaseComponents.SecureMail.Wire.OpenPgp.Opening;

/// <summary>
/// What was inside an encrypted message (RFC 9580 section 10.3): literal data, signatures before or behind it, packed or not. Any other order, and a second content, is refused: each
/// signature covers all there is.
/// </summary>
internal sealed class MessageContent : IDisposable
{
    private const int MaxSignatures = 4;
    private const int MaxAnnouncement = 64;
    private const int MaxPacking = 2;
    private const int MaxName = 255;
    private readonly long _limit;
    private readonly List<byte[]> _signatures = [];
    private int _announced;

    private MessageContent(long limit) => _limit = limit;

    /// <summary>Encrypted under a key that exists in this process only.</summary>
    public ThrowAwaySpool Octets { get; } = new();

    public IReadOnlyList<PgpSignature> Signatures { get; private set; } = [];

    /// <summary>Whether every signature that was announced is there.</summary>
    public bool IsComplete => _announced <= _signatures.Count;

    /// <exception cref="OpenPgpException">Another structure, or too large.</exception>
    public static MessageContent Read(Stream clear, long limit)
    {
        var content = new MessageContent(limit);
        try
        {
            content.ReadPackets(clear, packing: 0);
            content.Signatures = [.. content._signatures.Select(DetachedSignatures.Parse)];
            return content;
        }
        catch (Exception exception)
        {
            content.Dispose();
            if (exception is InvalidDataException || LibraryFault.IsOne(exception))
                throw new OpenPgpException(OpenPgpProblem.Malformed, exception);
            throw;
        }
    }

    public void Dispose() => Octets.Dispose();

    private void ReadPackets(Stream source, int packing)
    {
        var packets = new PacketReader(source);
        var hasContent = false;
        for (var isFirst = true; packets.Next() is { } packet; isFirst = false)
        {
            switch (packet.Tag)
            {
                case OpenPgpPacket.Compressed when isFirst:
                    Unpack(packet.Body, packing);
                    if (packets.Next() is not null)
                        throw new OpenPgpException(OpenPgpProblem.Malformed);
                    return;
                case OpenPgpPacket.OnePassSignature when !hasContent && _announced < MaxSignatures:
                    packet.Body.ReadAll(MaxAnnouncement);
                    _announced++;
                    break;
                case OpenPgpPacket.Signature when _signatures.Count < MaxSignatures:
                    _signatures.Add(packet.Body.ReadAll(DetachedSignatures.MaxLength));
                    break;
                case OpenPgpPacket.Literal when !hasContent:
                    ReadLiteral(packet.Body);
                    hasContent = true;
                    break;
                case OpenPgpPacket.Marker or OpenPgpPacket.Padding:
                    break;
                default:
                    throw new OpenPgpException(OpenPgpProblem.Malformed);
            }
        }

        if (!hasContent)
            throw new OpenPgpException(OpenPgpProblem.Malformed);
    }

    private void Unpack(PacketBody body, int packing)
    {
        if (packing == MaxPacking)
            throw new OpenPgpException(OpenPgpProblem.Malformed);
        using var unpacked = new UnpackedSource(body, _limit);
        ReadPackets(unpacked, packing + 1);
    }

    // Format, name and date stand in front; no signature covers them, and nothing is done with them.
    private void ReadLiteral(PacketBody body)
    {
        Span<byte> rest = stackalloc byte[MaxName + sizeof(int)];
        var format = body.ReadByte();
        var name = body.ReadByte();
        if (format is not ('b' or 't' or 'u' or 'm') || name < 0 || body.ReadAtLeast(rest[..(name + sizeof(int))], name + sizeof(int), throwOnEndOfStream: false) < name + sizeof(int))
            throw new OpenPgpException(OpenPgpProblem.Malformed);
        var piece = new byte[64 * 1024];
        var length = 0L;
        while (body.Read(piece) is > 0 and var count)
        {
            length += count;
            if (length > _limit)
                throw new OpenPgpException(OpenPgpProblem.TooLarge);
            Octets.Write(piece.AsSpan(0, count));
        }

        System.Security.Cryptography.CryptographicOperations.ZeroMemory(piece);
    }
}
