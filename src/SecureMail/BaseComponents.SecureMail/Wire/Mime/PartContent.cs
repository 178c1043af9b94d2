using BaseComponents.SecureMail.Wire.Streams;
using MimeKit;
using MimeKit.IO;
using MimeKit.IO.Filters;

namespace BaseComponents.SecureMail.Wire.Mime;

/// <summary>The content of one part, decoded where it is read. Every opening is a stream of its own.</summary>
internal static class PartContent
{
    public static Func<Stream> Of(MimeEntity part, MimeLayer layer) => part switch
    {
        MimePart file => Decoded(Raw(file, layer), file.ContentTransferEncoding),
        MessagePart { Message: { } message } when layer.Messages.TryGetValue(message, out var place) => () => new OctetStream(new OctetSlice(layer.Octets, place.Begin, place.End - place.Begin)),
        _ => () => Stream.Null,
    };

    /// <summary>How many octets it takes in the mail, before decoding.</summary>
    public static long LengthOf(MimePart part, MimeLayer layer) => Raw(part, layer).Length;

    public static Func<Stream> Decoded(IOctets raw, ContentEncoding encoding) => encoding switch
    {
        ContentEncoding.Base64 => () => new Base64Source(new OctetStream(raw)),
        ContentEncoding.QuotedPrintable or ContentEncoding.UUEncode => () => Filtered(raw, encoding),
        _ => () => new OctetStream(raw),
    };

    private static FilteredStream Filtered(IOctets raw, ContentEncoding encoding)
    {
        var decoded = new FilteredStream(new OctetStream(raw));
        decoded.Add(DecoderFilter.Create(encoding));
        return decoded;
    }

    private static IOctets Raw(MimePart part, MimeLayer layer) => part.Content?.Stream switch
    {
        BoundStream bound => new OctetSlice(layer.Octets, bound.StartBoundary, (bound.EndBoundary < 0 ? layer.Octets.Length : bound.EndBoundary) - bound.StartBoundary),
        null => new MemoryOctets(default),
        _ => throw new InvalidOperationException("The content of a part was copied."),
    };
}
