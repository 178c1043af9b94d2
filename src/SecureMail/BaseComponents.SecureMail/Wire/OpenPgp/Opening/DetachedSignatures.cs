using System.Buffers.Binary;
using BaseComponents.SecureMail.Wire.OpenPgp.Packets;
using Org.BouncyCastle.Bcpg.OpenPgp;

namespace BaseComponents.SecureMail.Wire.OpenPgp.Opening;

/// <summary>Reads signatures from their packets, within limits.</summary>
internal static class DetachedSignatures
{
    public const int MaxLength = 64 * 1024;

    private const int MaxSignatures = 4;

    /// <exception cref="OpenPgpException">Something else, or too many.</exception>
    public static IReadOnlyList<PgpSignature> Read(Stream signatures)
    {
        var found = new List<PgpSignature>();
        var packets = new PacketReader(signatures);
        while (packets.Next() is { } packet)
        {
            if (packet.Tag is OpenPgpPacket.Marker or OpenPgpPacket.Padding)
                continue;
            if (packet.Tag != OpenPgpPacket.Signature || found.Count == MaxSignatures)
                throw new OpenPgpException(OpenPgpProblem.Malformed);
            found.Add(Parse(packet.Body.ReadAll(MaxLength)));
        }

        return found;
    }

    /// <summary>The body of a packet as a signature.</summary>
    public static PgpSignature Parse(byte[] body)
    {
        try
        {
            var header = new byte[6];
            (header[0], header[1]) = (0xC0 | OpenPgpPacket.Signature, 255);
            BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(2), body.Length);
            return ((PgpSignatureList)new PgpObjectFactory((byte[])[.. header, .. body]).NextPgpObject())[0];
        }
        catch (Exception exception) when (LibraryFault.IsOne(exception))
        {
            throw new OpenPgpException(OpenPgpProblem.Malformed, exception);
        }
    }
}
