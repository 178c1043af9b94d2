using BaseComponents.SecureMail.Wire.OpenPgp.Packets;

namespace BaseComponents.SecureMail.Wire.OpenPgp.Keys;

/// <summary>Takes keys that stand one behind the other apart (RFC 9580 section 10.1): each begins with a public key.</summary>
internal static class KeyBlocks
{
    // The current key and some before it; a directory that says more wants to keep us busy.
    private const int MaxKeys = 10;
    private const int PublicKey = 6;

    /// <exception cref="OpenPgpException">They are no packets, or too many keys.</exception>
    public static IReadOnlyList<byte[]> Split(byte[] octets)
    {
        using var source = new MemoryStream(octets, writable: false);
        var packets = new PacketReader(source);
        var begins = new List<int>();
        // The body of a packet is passed over before the next one is looked at, so that the position is where the packet begins.
        for (var at = 0; packets.Next() is { } packet; at = (int)source.Position)
        {
            packet.Body.Skip();
            if (packet.Tag == PublicKey)
                begins.Add(at);
        }

        return begins is [0, ..] && begins.Count <= MaxKeys
            ? [.. begins.Select((begin, index) => octets[begin..(index + 1 < begins.Count ? begins[index + 1] : octets.Length)])]
            : throw new OpenPgpException(OpenPgpProblem.Malformed);
    }
}
