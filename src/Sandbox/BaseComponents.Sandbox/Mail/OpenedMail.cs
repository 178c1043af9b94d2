using MimeKit;

namespace BaseComponents.Sandbox.Mail;

/// <summary>A mail as the office reads it. Its subject is the one inside (RFC 9788), or null where there is none that is validly signed.</summary>
internal sealed record OpenedMail(string? Problem, EnvelopeFacts? Envelope, SignatureFacts Signature, string? Subject, string Text, string? Html, IReadOnlyList<OpenedFile> Files)
{
    /// <summary>Whether a part of it is encrypted by itself. Like a good mail program the office leaves that one closed.</summary>
    public bool HasEncryptedPart { get; private init; }

    public static OpenedMail Unreadable(string problem) => new(problem, null, SignatureFacts.None, null, "", null, []);

    public static OpenedMail From(MimeEntity content, EnvelopeFacts? envelope, SignatureFacts signature)
    {
        var subject = signature.IsGood && content.ContentType.Parameters.Contains("hp") ? content.Headers[HeaderId.Subject] : null;
        using var view = new MimeMessage { Body = content };
        var files = view.BodyParts.OfType<MimePart>().Where(part => part.Content is not null && (part.IsAttachment || part is not TextPart)).Select(OpenedFile.From);
        return new OpenedMail(null, envelope, signature, subject, view.TextBody ?? "", view.HtmlBody, [.. files]) { HasEncryptedPart = All(content).Any(IsEncrypted) };
    }

    private static IEnumerable<MimeEntity> All(MimeEntity entity) => entity is Multipart parts ? parts.SelectMany(All).Prepend(parts) : [entity];

    private static bool IsEncrypted(MimeEntity part) => part.ContentType.IsMimeType("multipart", "encrypted") || (part.ContentType.MediaSubtype.EndsWith("pkcs7-mime", StringComparison.OrdinalIgnoreCase)
        && part.ContentType.Parameters["smime-type"]?.EndsWith("enveloped-data", StringComparison.OrdinalIgnoreCase) is true);
}

/// <summary>A file in a mail.</summary>
internal sealed record OpenedFile(string Name, string MediaType, byte[] Content)
{
    public static OpenedFile From(MimePart part)
    {
        using var content = new MemoryStream();
        part.Content!.DecodeTo(content);
        return new OpenedFile(SafeName(part.FileName), part.ContentType.MimeType, content.ToArray());
    }

    private static string SafeName(string? claimed)
    {
        var name = new string([.. (claimed ?? "").Split('/', '\\')[^1].Where(c => !char.IsControl(c))]).Trim(' ', '.');
        return name.Length == 0 ? "anlage" : name;
    }
}
