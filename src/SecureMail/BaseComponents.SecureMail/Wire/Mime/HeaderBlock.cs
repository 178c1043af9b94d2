using BaseComponents.SecureMail.Wire.Streams;

namespace BaseComponents.SecureMail.Wire.Mime;

/// <summary>The header at the beginning of an entity, up to and with the empty line.</summary>
internal static class HeaderBlock
{
    /// <summary>Several times what 500 parts and the traces of ten relays need.</summary>
    public const int MaxLength = 1_000_000;

    private const int PieceLength = 16 * 1024;

    /// <summary>Reads until the header is there.</summary>
    /// <returns>What was read, which may be more, and where the header ends in it.</returns>
    /// <exception cref="FormatException">It is larger than a mail's may be.</exception>
    public static (byte[] Read, int Length) ReadFrom(Stream source)
    {
        using var read = new MemoryStream();
        var piece = new byte[PieceLength];
        int count, end;
        do
        {
            count = source.Read(piece);
            var searched = (int)Math.Max(0, read.Length - 2);
            read.Write(piece, 0, count);
            end = EndOf(read.GetBuffer().AsSpan(0, (int)read.Length), searched);
            if (end < 0 && read.Length > MaxLength)
                throw new FormatException("The mail has more headers than a mail may have.");
        }
        while (end < 0 && count > 0);
        return (read.ToArray(), end < 0 ? (int)read.Length : end);
    }

    /// <summary>Where the body begins.</summary>
    public static long BodyOf(IOctets entity)
    {
        var head = new byte[(int)Math.Min(entity.Length, MaxLength)];
        entity.Read(0, head);
        return EndOf(head, 0) is >= 0 and var end ? end : entity.Length;
    }

    private static int EndOf(ReadOnlySpan<byte> octets, int from)
    {
        if (octets.StartsWith("\n"u8) || octets.StartsWith("\r\n"u8))
            return octets[0] == '\n' ? 1 : 2;
        for (var start = from; octets[start..].IndexOf((byte)'\n') is >= 0 and var index;)
        {
            start += index + 1;
            if (octets[start..].StartsWith("\n"u8) || octets[start..].StartsWith("\r\n"u8))
                return start + (octets[start] == '\n' ? 1 : 2);
        }

        return -1;
    }
}
