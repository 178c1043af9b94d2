using BaseComponents.SecureMail.Wire.Mime;
using BaseComponents.SecureMail.Wire.Streams;
using MimeKit;

namespace BaseComponents.SecureMail.Wire.OpenPgp;

/// <summary>Recognises the two forms of OpenPGP in MIME (RFC 3156). Armoured text inside a text part is text: it says nothing about the mail around it.</summary>
internal static class OpenPgpEntity
{
    /// <summary>Opens the encrypted message in its text form, or null where there is none.</summary>
    public static Func<Stream>? Encrypted(MimeLayer layer) =>
        layer.Entity is Multipart multipart && multipart.ContentType.IsMimeType("multipart", "encrypted")
        && multipart is [MimePart version, MimePart message] && version.ContentType.IsMimeType("application", "pgp-encrypted") && message.ContentType.IsMimeType("application", "octet-stream")
            ? PartContent.Of(message, layer)
            : null;

    /// <summary>The signed octets and the signature beside them, or null where there is none.</summary>
    public static (OctetSlice Content, Func<Stream> Signature)? Signed(MimeLayer layer) =>
        layer.Entity is Multipart multipart && multipart.ContentType.IsMimeType("multipart", "signed") && multipart is [_, MimePart signature] && IsSignature(signature)
        && multipart.Boundary is { Length: > 0 } boundary && SignedSlice.FirstPart(layer.Octets, boundary) is { } content
            ? (content, PartContent.Of(signature, layer))
            : null;

    /// <summary>What looks like a signature, wherever it stands.</summary>
    public static bool IsSignature(MimeEntity entity) => entity.ContentType.IsMimeType("application", "pgp-signature");
}
