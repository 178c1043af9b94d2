using System.Buffers.Binary;
using System.Numerics;
using BaseComponents.SecureMail.Wire.OpenPgp.Packets;
using BaseComponents.SecureMail.Wire.Streams;
using Org.BouncyCastle.Bcpg;

namespace BaseComponents.SecureMail.Wire.OpenPgp.Opening;

/// <summary>An encrypted message taken apart before anything is decrypted: entries for recipients, then encrypted data with integrity code, then nothing.</summary>
internal sealed class EncryptedMessage
{
    private const int MaxEntry = 4096;
    private const int EntryVersion = 3;
    private readonly IOctets _message;
    private readonly List<byte[]> _entries = [];
    private long _data = -1;

    /// <exception cref="OpenPgpException">Another structure, no integrity code, or a version that is not read.</exception>
    public EncryptedMessage(IOctets message)
    {
        _message = message;
        using var octets = new OctetStream(message);
        var packets = new PacketReader(octets);
        for (var start = octets.Position; packets.Next() is { } packet; start = octets.Position)
        {
            Take(packet, start);
            packet.Body.Skip();
        }

        if (_data < 0)
            throw new OpenPgpException(OpenPgpProblem.Malformed);
    }

    /// <summary>Key ids of the recipients in their order, zero where it is not told, and how the session key is encrypted.</summary>
    public IEnumerable<(long KeyId, PublicKeyAlgorithmTag Algorithm)> Entries => _entries.Select(entry => (BinaryPrimitives.ReadInt64BigEndian(entry.AsSpan(1)), (PublicKeyAlgorithmTag)entry[9]));

    /// <summary>The message as if it were for one recipient only.</summary>
    public Stream For(int recipient)
    {
        var entry = _entries[recipient];
        byte[] header = [0xC0 | OpenPgpPacket.SessionKey, 255, 0, 0, (byte)(entry.Length >> 8), (byte)entry.Length];
        return new ReplayStream((byte[])[.. header, .. entry], OpenData());
    }

    /// <summary>The encrypted data, as it stands.</summary>
    public Stream OpenData() => new OctetStream(new OctetSlice(_message, _data, _message.Length - _data));

    // The length of a number is in bits, and must be the least (RFC 9580 section 3.2): nothing else protects its last bits from a change.
    private static bool HasExactNumber(byte[] entry)
    {
        var bits = BinaryPrimitives.ReadUInt16BigEndian(entry.AsSpan(10));
        return (PublicKeyAlgorithmTag)entry[9] is not (PublicKeyAlgorithmTag.RsaGeneral or PublicKeyAlgorithmTag.RsaEncrypt or PublicKeyAlgorithmTag.ECDH)
            || (bits > 0 && entry.Length > 12 && BitOperations.Log2(entry[12]) == (bits - 1) % 8 && entry[12] != 0);
    }

    private void Take(OpenPgpPacket packet, long start)
    {
        if (_data >= 0)
            throw new OpenPgpException(OpenPgpProblem.Malformed);
        switch (packet.Tag)
        {
            case OpenPgpPacket.SessionKey:
                if (packet.Body.ReadAll(MaxEntry) is [EntryVersion, _, _, _, _, _, _, _, _, _, _, _, ..] entry)
                    _entries.Add(HasExactNumber(entry) ? entry : throw new OpenPgpException(OpenPgpProblem.Malformed));
                break;
            case OpenPgpPacket.PasswordSessionKey or OpenPgpPacket.Marker:
                packet.Body.ReadAll(MaxEntry);
                break;
            case OpenPgpPacket.Encrypted:
                _data = packet.Body.ReadByte() == 1 ? start : throw new OpenPgpException(OpenPgpProblem.UnsupportedAlgorithm);
                break;
            default:
                throw new OpenPgpException(packet.Tag switch
                {
                    OpenPgpPacket.EncryptedWithoutIntegrity => OpenPgpProblem.NotProtected,
                    OpenPgpPacket.EncryptedDraft => OpenPgpProblem.UnsupportedAlgorithm,
                    _ => OpenPgpProblem.Malformed,
                });
        }
    }
}
