using BaseComponents.SecureMail.Wire.Streams;
using MimeKit;

namespace BaseComponents.SecureMail.Wire.Mime;

/// <summary>Parses MIME from hostile octets with bounded depth, number of parts and size of headers. The contents of the parts are not copied.</summary>
internal sealed class EntityParser(SecureMailLimits limits)
{
    // One level more than is allowed, so that too many are seen and not silently taken for one part.
    private readonly ParserOptions _options = new() { MaxMimeDepth = limits.MaxDepth + 1, MaxAddressGroupDepth = 2 };

    public (MimeMessage Mail, MimeLayer Body) ParseMessage(IOctets octets)
    {
        var (mail, messages) = Parse(octets, budget => budget.ReadMessage(), parser => parser.ParseMessage());
        return (mail, Checked(octets, mail.Body, messages));
    }

    public MimeLayer ParseEntity(IOctets octets)
    {
        var (entity, messages) = Parse(octets, budget => budget.ReadEntity(), parser => parser.ParseEntity());
        return Checked(octets, entity, messages);
    }

    public static SecureMailException Malformed() => new(
        SecureMailErrors.IncomingMalformed,
        "The mail was not read. It is not in the form of RFC 5322 and MIME, or has too many parts (Limits:MaxParts), nesting (Limits:MaxDepth) or headers.");

    private (T Parsed, Dictionary<MimeMessage, (long Begin, long End)> Messages) Parse<T>(IOctets octets, Action<ParsingBudget> walk, Func<MimeParser, T> parse)
    {
        try
        {
            walk(new ParsingBudget(_options, new OctetStream(octets), limits));
            var messages = new Dictionary<MimeMessage, (long Begin, long End)>();
            var parser = new MimeParser(_options, new OctetStream(octets), MimeFormat.Entity, persistent: true);
            parser.MimeMessageEnd += (_, end) => messages[end.Message] = (end.BeginOffset, end.EndOffset);
            return (parse(parser), messages);
        }
        catch (Exception exception) when (exception is FormatException or InvalidOperationException)
        {
            throw Malformed();
        }
    }

    private MimeLayer Checked(IOctets octets, MimeEntity? root, Dictionary<MimeMessage, (long Begin, long End)> messages) =>
        root is null || PartCount.Exceeds(root, limits.MaxParts) ? throw Malformed() : new MimeLayer(octets, root, messages);
}
