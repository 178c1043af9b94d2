namespace BaseComponents.Payments.Wire.Epaybl;

/// <summary>Services in use write something before and behind their XML. It is cut off, where it is short.</summary>
internal static class SoapJunk
{
    private const int MaxJunk = 4096;

    /// <exception cref="SoapFormatException">There is no envelope, or far too much around it.</exception>
    public static Stream Without(byte[] answer)
    {
        var (start, end) = (Start(answer), End(answer));
        return start >= 0 && end > start
            ? new MemoryStream(answer, start, end - start, writable: false)
            : throw new SoapFormatException("it holds no SOAP envelope, or too much around it");
    }

    // At the declaration, which names the encoding, or at the first element.
    private static int Start(byte[] answer)
    {
        var head = answer.AsSpan(0, Math.Min(answer.Length, MaxJunk));
        var declaration = head.IndexOf("<?xml"u8);
        if (declaration >= 0)
            return declaration;
        for (var index = 0; index < head.Length - 1; index++)
        {
            if (head[index] == '<' && char.IsAsciiLetter((char)head[index + 1]))
                return index;
        }

        return -1;
    }

    private static int End(byte[] answer)
    {
        var last = answer.AsSpan().LastIndexOf("Envelope>"u8);
        return last >= 0 && answer.Length - last - 9 <= MaxJunk ? last + 9 : -1;
    }
}
