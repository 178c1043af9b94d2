namespace BaseComponents.Sandbox.Mail.Smtp;

/// <summary>The lines after DATA up to the single dot, with dot-stuffing taken away (RFC 5321 section 4.5.2).</summary>
internal static class SmtpData
{
    /// <returns>The mail; null when it is larger than allowed (it was read to its end all the same).</returns>
    public static async Task<byte[]?> ReadAsync(SmtpConnection connection, CancellationToken cancellationToken)
    {
        var content = new MemoryStream();
        long size = 0;
        while (true)
        {
            var line = await connection.ReadLineAsync(SmtpLimits.TextLine, cancellationToken) ?? throw new EndOfStreamException();
            if (line.Span.SequenceEqual("."u8))
                return size <= SmtpLimits.MessageSize ? content.ToArray() : null;
            var text = line.Span.StartsWith("."u8) ? line[1..] : line;
            size += text.Length + 2;
            if (size > SmtpLimits.MessageSize * 4L)
                throw new SmtpAbort("552 5.3.4 Message far too large, closing the connection");
            if (size <= SmtpLimits.MessageSize)
                Append(content, text.Span);
        }
    }

    private static void Append(MemoryStream content, ReadOnlySpan<byte> line)
    {
        content.Write(line);
        content.Write("\r\n"u8);
    }
}
