using BaseComponents.SecureMail.Internal;
using MimeKit;

namespace BaseComponents.SecureMail.Wire.Mime;

/// <summary>
/// What the signed content itself says of its sender: in headers of its root (RFC 9788), or as a whole mail (RFC 8551 section 3.1). It was signed; the header around it was not, so
/// the two must name the same.
/// </summary>
internal static class SignedHeaders
{
    public static bool Agree(MimeEntity content, string? from) => Agrees(content.Headers, from) && (content is not MessagePart { Message: { } mail } || Agrees(mail.Headers, from));

    private static bool Agrees(HeaderList headers, string? from) =>
        !(headers.Contains(HeaderId.From) || headers.Contains(HeaderId.Sender)) || MailAddressSyntax.AreSame(FromHeader.Single(headers), from);
}
