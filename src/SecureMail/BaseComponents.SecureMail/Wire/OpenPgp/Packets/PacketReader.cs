namespace BaseComponents.SecureMail.Wire.OpenPgp.Packets;

/// <summary>One packet; its body is read before the next packet is.</summary>
internal sealed record OpenPgpPacket(int Tag, PacketBody Body)
{
    public const int SessionKey = 1;
    public const int Signature = 2;
    public const int PasswordSessionKey = 3;
    public const int OnePassSignature = 4;
    public const int Compressed = 8;
    public const int EncryptedWithoutIntegrity = 9;
    public const int Marker = 10;
    public const int Literal = 11;
    public const int Encrypted = 18;
    public const int EncryptedDraft = 20;
    public const int Padding = 21;
}

/// <summary>Reads packets one after the other (RFC 9580 section 4.2): both header formats, lengths in parts, and the old open end.</summary>
internal sealed class PacketReader(Stream source)
{
    // No honest message has more: an envelope for a thousand recipients is the largest.
    private const int MaxPackets = 1100;
    private PacketBody? _open;
    private int _count;

    /// <summary>The next packet, or null at the end.</summary>
    /// <exception cref="OpenPgpException">A broken header, or too many packets.</exception>
    public OpenPgpPacket? Next()
    {
        _open?.Skip();
        var first = source.ReadByte();
        if (first < 0)
            return null;
        if ((first & 0x80) == 0 || ++_count > MaxPackets)
            throw new OpenPgpException(OpenPgpProblem.Malformed);
        var isNew = (first & 0x40) != 0;
        _open = isNew ? PacketBody.OfNewFormat(source) : PacketBody.OfOldFormat(source, first & 3);
        return new OpenPgpPacket(isNew ? first & 0x3F : (first >> 2) & 0xF, _open);
    }
}
