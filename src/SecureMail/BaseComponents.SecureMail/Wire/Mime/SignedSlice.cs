using System.Text;

namespace BaseComponents.SecureMail.Wire.Mime;

/// <summary>
/// The first part of a multipart/signed, byte for byte as it came, with line ends brought to CRLF (RFC 8551 section 3.1.1). Cut from the
/// raw bytes, since a parser's own writing of the part may differ from what was signed.
/// </summary>
internal static class SignedSlice
{
    /// <summary>Null unless there are exactly two parts, and the closing delimiter.</summary>
    public static byte[]? FirstPart(byte[] entity, string boundary)
    {
        var delimiter = Encoding.Latin1.GetBytes("--" + boundary);
        var lines = Delimiters(entity, delimiter).Take(4).ToList();
        if (lines is not [{ IsClosing: false } first, { IsClosing: false } second, { IsClosing: true }])
            return null;
        var end = BeforeLineEnd(entity, second.Start);
        return end < first.Next ? [] : WithCrLf(entity.AsSpan(first.Next, end - first.Next));
    }

    private static IEnumerable<(int Start, int Next, bool IsClosing)> Delimiters(byte[] entity, byte[] delimiter)
    {
        for (var start = BodyStart(entity); start < entity.Length;)
        {
            var end = Array.IndexOf(entity, (byte)'\n', start);
            var next = end < 0 ? entity.Length : end + 1;
            if (Kind(entity.AsSpan(start, next - start), delimiter) is { } isClosing)
                yield return (start, next, isClosing);
            start = next;
        }
    }

    // Null: no delimiter. White space may follow it (RFC 2046 section 5.1.1).
    private static bool? Kind(ReadOnlySpan<byte> line, ReadOnlySpan<byte> delimiter)
    {
        if (!line.StartsWith(delimiter))
            return null;
        var rest = line[delimiter.Length..].TrimEnd(" \t\r\n"u8);
        return rest.IsEmpty ? false : rest.SequenceEqual("--"u8) ? true : null;
    }

    private static int BodyStart(byte[] entity)
    {
        for (var start = 0; start < entity.Length;)
        {
            var end = Array.IndexOf(entity, (byte)'\n', start);
            if (end < 0)
                return entity.Length;
            if (end == start || (end == start + 1 && entity[start] == '\r'))
                return end + 1;
            start = end + 1;
        }

        return entity.Length;
    }

    private static int BeforeLineEnd(byte[] entity, int start)
    {
        var end = start > 0 && entity[start - 1] == '\n' ? start - 1 : start;
        return end > 0 && end < start && entity[end - 1] == '\r' ? end - 1 : end;
    }

    private static byte[] WithCrLf(ReadOnlySpan<byte> part)
    {
        var result = new MemoryStream(part.Length + 64);
        var previous = (byte)0;
        foreach (var next in part)
        {
            if (next == '\n' && previous != '\r')
                result.WriteByte((byte)'\r');
            result.WriteByte(next);
            previous = next;
        }

        return result.ToArray();
    }
}
