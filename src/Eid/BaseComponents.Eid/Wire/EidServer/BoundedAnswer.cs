using BaseComponents.Shared.XmlSecurity;

namespace BaseComponents.Eid.Wire.EidServer;

/// <summary>An answer in memory, up to a limit.</summary>
internal static class BoundedAnswer
{
    private const int FirstBytes = 16 * 1024;

    /// <exception cref="XmlRefusedException">It is longer.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(Stream body, int most, CancellationToken cancellationToken)
    {
        var (buffer, length) = (new byte[FirstBytes], 0);
        while (true)
        {
            if (length == buffer.Length)
                Array.Resize(ref buffer, Math.Min(2 * length, most + 1));
            var read = await body.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
            if (read == 0)
                return buffer.AsMemory(0, length);
            length += read;
            if (length > most)
                throw new XmlRefusedException("xml-too-long");
        }
    }
}
