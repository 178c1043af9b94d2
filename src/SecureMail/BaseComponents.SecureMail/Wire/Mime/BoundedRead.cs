namespace BaseComponents.SecureMail.Wire.Mime;

internal static class BoundedRead
{
    /// <summary>All bytes of a stream, unless there are more than allowed.</summary>
    public static async Task<byte[]> AllAsync(Stream stream, long limit, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        var buffer = new byte[65536];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
        {
            if (content.Length + read > limit)
                throw new SecureMailException(SecureMailErrors.IncomingTooLarge, $"The mail was not read. It is larger than the limit of {limit} bytes (Limits:MaxIncomingSize).");
            content.Write(buffer, 0, read);
        }

        return content.ToArray();
    }
}
