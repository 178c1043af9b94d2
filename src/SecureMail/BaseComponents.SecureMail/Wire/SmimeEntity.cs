using BaseComponents.SecureMail.Wire.Cms;
using BaseComponents.SecureMail.Wire.Mime;
using BaseComponents.SecureMail.Wire.Streams;
using MimeKit;

namespace BaseComponents.SecureMail.Wire;

/// <param name="Signature">Opens the SignedData.</param>
/// <param name="Detached">The signed octets beside it, or null where they are inside.</param>
internal sealed record SignedContent(Func<Stream> Signature, OctetSlice? Detached);

/// <summary>Recognises the forms of S/MIME (RFC 8551 section 3). What a cryptographic message is, it says itself; the media type only points to it.</summary>
internal static class SmimeEntity
{
    /// <summary>Opens the envelope, or null where there is none.</summary>
    public static Func<Stream>? Enveloped(MimeLayer layer) => Message(layer) is { } open && IsEnvelope(open) ? open : null;

    public static SignedContent? Signed(MimeLayer layer) => layer.Entity is Multipart multipart && IsMultipartSigned(multipart)
        ? Detached(layer, multipart)
        : Message(layer) is { } open && TypeOf(open) is CmsOids.SignedData ? new SignedContent(open, null) : null;

    public static bool LooksSigned(MimeEntity entity) =>
        entity.ContentType.IsMimeType("multipart", "signed") || IsSignature(entity) || (IsMessage(entity) && !LooksEncrypted(entity));

    /// <summary>By its own word: nothing is opened below the root, and nothing else depends on it.</summary>
    public static bool LooksEncrypted(MimeEntity entity) => entity.ContentType.IsMimeType("multipart", "encrypted")
        || (IsMessage(entity) && entity.ContentType.Parameters["smime-type"]?.EndsWith("enveloped-data", StringComparison.OrdinalIgnoreCase) is true);

    public static bool IsMessage(MimeEntity entity) =>
        entity.ContentType.IsMimeType("application", "pkcs7-mime") || entity.ContentType.IsMimeType("application", "x-pkcs7-mime");

    public static bool IsEnvelope(Func<Stream> open) => TypeOf(open) is not (CmsOids.SignedData or CmsOids.Data);

    private static bool IsMultipartSigned(Multipart multipart) =>
        multipart.ContentType.IsMimeType("multipart", "signed") && multipart is [_, MimePart signature] && IsSignature(signature) && multipart.Boundary is { Length: > 0 };

    private static SignedContent? Detached(MimeLayer layer, Multipart multipart) =>
        SignedSlice.FirstPart(layer.Octets, multipart.Boundary!) is { } content ? new SignedContent(PartContent.Of(multipart[1], layer), content) : null;

    private static bool IsSignature(MimeEntity entity) =>
        entity.ContentType.IsMimeType("application", "pkcs7-signature") || entity.ContentType.IsMimeType("application", "x-pkcs7-signature");

    private static Func<Stream>? Message(MimeLayer layer) => layer.Entity is MimePart part && IsMessage(part) ? PartContent.Of(part, layer) : null;

    private static string? TypeOf(Func<Stream> open)
    {
        using var message = open();
        return CmsContentType.Of(message);
    }
}
