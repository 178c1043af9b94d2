namespace BaseComponents.Eid.Internal.Amt24;

/// <summary>An export in memory, up to a limit.</summary>
internal static class ExportBytes
{
    private const int FirstBytes = 64 * 1024;

    /// <exception cref="ExportRefusedException">It is longer.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(Stream export, int most, CancellationToken cancellationToken)
    {
        var (buffer, length) = (new byte[Math.Min(FirstBytes, most + 1)], 0);
        while (true)
        {
            if (length == buffer.Length)
                Array.Resize(ref buffer, (int)Math.Min(2L * length, most + 1L));
            var read = await export.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
            if (read == 0)
                return buffer.AsMemory(0, length);
            length += read;
            if (length > most)
                throw new ExportRefusedException("too-long");
        }
    }
}
