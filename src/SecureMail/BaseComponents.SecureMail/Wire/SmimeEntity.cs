using BaseComponents.SecureMail.Wire.Cms;
using BaseComponents.SecureMail.Wire.Mime;
using MimeKit;

namespace BaseComponents.SecureMail.Wire;

/// <param name="Signature">SignedData.</param>
/// <param name="Detached">The signed bytes beside it, or null where they are inside.</param>
internal sealed record SignedContent(byte[] Signature, byte[]? Detached);

/// <summary>Recognises the forms of S/MIME (RFC 8551 section 3). What a cryptographic message is, it says itself; the media type only points to it.</summary>
internal static class SmimeEntity
{
    public static byte[]? Enveloped(MimeEntity entity) =>
        Message(entity) is { } message && CmsContentType.Of(message) is not (CmsOids.SignedData or CmsOids.Data) ? message : null;

    public static SignedContent? Signed(MimeLayer layer) => layer.Entity is Multipart multipart && IsMultipartSigned(multipart)
        ? Detached(layer.Bytes, multipart)
        : Message(layer.Entity) is { } message && CmsContentType.Of(message) is CmsOids.SignedData ? new SignedContent(message, null) : null;

    public static bool LooksSigned(MimeEntity entity) =>
        entity.ContentType.IsMimeType("multipart", "signed") || IsSignature(entity) || IsMessage(entity);

    private static bool IsMultipartSigned(Multipart multipart) =>
        multipart.ContentType.IsMimeType("multipart", "signed") && multipart is [_, MimePart signature] && IsSignature(signature) && multipart.Boundary is { Length: > 0 };

    private static SignedContent? Detached(byte[] bytes, Multipart multipart) =>
        SignedSlice.FirstPart(bytes, multipart.Boundary!) is { } content ? new SignedContent(Decode((MimePart)multipart[1]), content) : null;

    private static bool IsSignature(MimeEntity entity) =>
        entity.ContentType.IsMimeType("application", "pkcs7-signature") || entity.ContentType.IsMimeType("application", "x-pkcs7-signature");

    private static bool IsMessage(MimeEntity entity) =>
        entity.ContentType.IsMimeType("application", "pkcs7-mime") || entity.ContentType.IsMimeType("application", "x-pkcs7-mime");

    private static byte[]? Message(MimeEntity entity) => entity is MimePart part && IsMessage(part) ? Decode(part) : null;

    private static byte[] Decode(MimePart part)
    {
        using var content = new MemoryStream();
        part.Content?.DecodeTo(content);
        return content.ToArray();
    }
}
