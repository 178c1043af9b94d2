using System.Text;
using BaseComponents.SecureMail.Wire.Streams;

namespace BaseComponents.SecureMail.Wire.Mime;

/// <summary>
/// The first part of a multipart/signed, byte for byte as it came. Cut from the raw octets, since a parser's own writing of the part may differ from what was signed.
/// </summary>
internal static class SignedSlice
{
    /// <summary>Null unless there are exactly two parts, and the closing delimiter.</summary>
    public static OctetSlice? FirstPart(IOctets entity, string boundary)
    {
        var lines = new DelimiterLines(entity, Encoding.Latin1.GetBytes("--" + boundary)).From(HeaderBlock.BodyOf(entity)).Take(4).ToList();
        if (lines is not [{ IsClosing: false } first, { IsClosing: false } second, { IsClosing: true }])
            return null;
        var end = BeforeLineEnd(entity, second.Start);
        return new OctetSlice(entity, first.Next, Math.Max(0, end - first.Next));
    }

    private static long BeforeLineEnd(IOctets entity, long start)
    {
        Span<byte> before = stackalloc byte[2];
        before = before[..(int)Math.Min(before.Length, start)];
        entity.Read(start - before.Length, before);
        return start - (before.EndsWith("\r\n"u8) ? 2 : before.EndsWith("\n"u8) ? 1 : 0);
    }
}
