using System.Buffers.Binary;
using BaseComponents.SecureMail.Wire.OpenPgp.Packets;
using BaseComponents.Shared;
using Org.BouncyCastle.Bcpg;

namespace BaseComponents.SecureMail.Wire.OpenPgp.Keys;

/// <summary>
/// Takes a transferable key apart before the library sees it: one primary key, sizes and counts within limits, and only what is understood. Pictures, trust marks and subkeys of
/// other algorithms are left out together with the signatures over them.
/// </summary>
internal static class KeyPackets
{
    private const int SecretKey = 5;
    private const int PublicKey = 6;
    private const int SecretSubkey = 7;
    private const int UserId = 13;
    private const int PublicSubkey = 14;
    private const int MaxPackets = 600;
    private const int MaxLength = 64 * 1024;

    /// <exception cref="CertificateSourceException">It is no single key of version 4.</exception>
    public static byte[] Filter(Stream key, bool isSecret)
    {
        try
        {
            return Read(new PacketReader(key), isSecret ? SecretKey : PublicKey, isSecret ? SecretSubkey : PublicSubkey);
        }
        catch (OpenPgpException exception)
        {
            throw new CertificateSourceException("The OpenPGP key is broken. Export it again in its text form (gpg --armor --export).", exception);
        }
    }

    private static byte[] Read(PacketReader packets, int primary, int subkey)
    {
        using var kept = new MemoryStream();
        var isKept = false;
        for (var count = 0; packets.Next() is { } packet; count++)
        {
            if (count == MaxPackets)
                throw new CertificateSourceException($"The OpenPGP key has more than {MaxPackets} packets. Export it without the signatures of others (gpg --export-options export-minimal).");
            if (count == 0 != (packet.Tag == primary))
                throw new CertificateSourceException("The text must hold exactly one OpenPGP key, and begin with it.");
            var body = packet.Body.ReadAll(MaxLength);
            isKept = packet.Tag == OpenPgpPacket.Signature ? isKept : IsUnderstood(packet.Tag, body, primary, subkey);
            if (isKept && (packet.Tag != OpenPgpPacket.Signature || body is [3 or 4, ..]))
                Write(kept, packet.Tag, body);
        }

        return kept.ToArray();
    }

    private static bool IsUnderstood(int tag, byte[] body, int primary, int subkey)
    {
        if (tag == primary && body is not [4, ..])
            throw new CertificateSourceException("The OpenPGP key is not of version 4, which is the one that is read. Ask for a key of version 4 (RFC 9580 section 5.5.2.2).");
        return tag == UserId || ((tag == primary || tag == subkey) && body is [4, _, _, _, _, var algorithm, ..] && IsKnown((PublicKeyAlgorithmTag)algorithm, tag == primary));
    }

    private static bool IsKnown(PublicKeyAlgorithmTag algorithm, bool isPrimary)
    {
        var isKnown = algorithm is PublicKeyAlgorithmTag.RsaGeneral or PublicKeyAlgorithmTag.RsaEncrypt or PublicKeyAlgorithmTag.RsaSign or PublicKeyAlgorithmTag.ECDH
            or PublicKeyAlgorithmTag.ECDsa or PublicKeyAlgorithmTag.EdDsa_Legacy;
        return isKnown || !isPrimary
            ? isKnown
            : throw new CertificateSourceException("The algorithm of the OpenPGP key is not accepted. It must be RSA, ECDSA or Ed25519 (in the form of GnuPG).");
    }

    private static void Write(Stream output, int tag, byte[] body)
    {
        Span<byte> header = [(byte)(0xC0 | tag), 255, 0, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(header[2..], body.Length);
        output.Write(header);
        output.Write(body);
    }
}
