using BaseComponents.SecureMail.Internal;
using BaseComponents.SecureMail.Wire.Mime;
using BaseComponents.SecureMail.Wire.Streams;
using MimeKit;

namespace BaseComponents.SecureMail.Wire;

/// <summary>
/// Reads a mail once, from its first octet to its last. If all of it is encrypted, only the ciphertext is kept, as it is; anything else is encrypted under a key that is
/// thrown away. What follows is read from there.
/// </summary>
internal sealed class MailIntake(MailSettings settings, MailSpools spools)
{
    private const int LookAhead = 1024;
    private readonly EntityParser _parser = new(settings.Options.Limits);
    private readonly List<MailLayer> _layers = [];

    /// <summary>What was found until now, the outermost first.</summary>
    public IReadOnlyList<MailLayer> Layers => _layers;

    public OpenedLayers Read(Stream source)
    {
        var (mail, state) = Take(source);
        var from = FromHeader.Single(mail.Headers);
        state = new MailLayers(settings, _parser, spools, _layers).Unwrap(state, from);
        return new OpenedLayers(mail, from, state.Layer, state.IsEncrypted, state.Signatures, state.Verdict, state.OpenPgp);
    }

    private (MimeMessage Mail, LayerState State) Take(Stream source)
    {
        var (read, header) = ReadHeader(source);
        var (head, _) = _parser.ParseMessage(new MemoryOctets(read.AsMemory(0, header)));
        var ahead = new byte[LookAhead];
        using var rest = new ReplayStream(read.AsMemory(header), source);
        var count = rest.ReadAtLeast(ahead, ahead.Length, throwOnEndOfStream: false);
        using var body = new ReplayStream(ahead.AsMemory(0, count), rest);
        return EnvelopeOf(head, ahead.AsMemory(0, count)) is { } encoding ? (head, Encrypted(body, encoding)) : Kept(read.AsMemory(0, header), body);
    }

    private static (byte[] Read, int Header) ReadHeader(Stream source)
    {
        try
        {
            return HeaderBlock.ReadFrom(source);
        }
        catch (FormatException)
        {
            throw EntityParser.Malformed();
        }
    }

    /// <summary>How the envelope is encoded that is all of the mail, or null where it is something else.</summary>
    private static ContentEncoding? EnvelopeOf(MimeMessage head, ReadOnlyMemory<byte> ahead)
    {
        if (head.Body is not MimePart part || !SmimeEntity.IsMessage(part) || part.ContentTransferEncoding is ContentEncoding.QuotedPrintable or ContentEncoding.UUEncode)
            return null;
        return SmimeEntity.IsEnvelope(PartContent.Decoded(new MemoryOctets(ahead), part.ContentTransferEncoding)) ? part.ContentTransferEncoding : null;
    }

    private LayerState Encrypted(Stream body, ContentEncoding encoding)
    {
        using var envelope = encoding is ContentEncoding.Base64 ? new Base64Source(body) : body;
        return new LayerState(new MailLayers(settings, _parser, spools, _layers).Decrypt(envelope), IsEncrypted: true);
    }

    private (MimeMessage Mail, LayerState State) Kept(ReadOnlyMemory<byte> header, Stream body)
    {
        var spool = spools.Keep(new ThrowAwaySpool());
        spool.Write(header.Span);
        body.CopyTo(spool);
        var (mail, layer) = _parser.ParseMessage(spool);
        return (mail, new LayerState(layer));
    }
}
