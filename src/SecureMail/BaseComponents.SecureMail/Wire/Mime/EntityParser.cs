using MimeKit;

namespace BaseComponents.SecureMail.Wire.Mime;

/// <summary>Parses MIME from hostile bytes with bounded depth, number of parts and size of headers.</summary>
internal sealed class EntityParser(SecureMailLimits limits)
{
    private readonly ParserOptions _options = new() { MaxMimeDepth = limits.MaxDepth, MaxAddressGroupDepth = 2 };

    public MimeMessage ParseMessage(byte[] bytes) => Parse(
        bytes, budget => budget.ReadMessage(), stream => MimeMessage.Load(_options, stream), message => message.Body);

    public MimeEntity ParseEntity(byte[] bytes) => Parse(
        bytes, budget => budget.ReadEntity(), stream => MimeEntity.Load(_options, stream), entity => entity);

    private T Parse<T>(byte[] bytes, Action<ParsingBudget> walk, Func<Stream, T> load, Func<T, MimeEntity?> body)
    {
        T parsed;
        try
        {
            walk(new ParsingBudget(_options, bytes, limits.MaxParts));
            parsed = load(new MemoryStream(bytes, writable: false));
        }
        catch (Exception exception) when (exception is FormatException or InvalidOperationException)
        {
            throw Malformed();
        }

        if (body(parsed) is not { } root || PartCount.Exceeds(root, limits.MaxParts))
            throw Malformed();
        return parsed;
    }

    private static SecureMailException Malformed() => new(
        SecureMailErrors.IncomingMalformed, "The mail was not read. It is not in the form of RFC 5322 and MIME, or has too many parts (Limits:MaxParts) or headers.");
}
