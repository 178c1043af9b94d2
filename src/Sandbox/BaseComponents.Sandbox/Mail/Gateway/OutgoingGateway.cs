using BaseComponents.Sandbox.Internal;
using BaseComponents.Sandbox.Mail.Smtp;
using MimeKit;

namespace BaseComponents.Sandbox.Mail.Gateway;

/// <summary>
/// The gateway between the mail server and the world: passes on what is encrypted, encrypts what it is told to where it knows a certificate, keeps the rest of that in a mailbox on the web, or refuses. What it is told to
/// encrypt never leaves it in plain text.
/// </summary>
internal sealed class OutgoingGateway(MailKeys keys, SandboxState state)
{
    /// <exception cref="SmtpRefusal">The mail is not taken, for nobody.</exception>
    public IReadOnlyList<GatewayDelivery> Take(MailEnvelope envelope, byte[] raw)
    {
        var message = MailParser.Message(raw);
        if (IsEncrypted(message?.Body))
            return All(envelope, GatewayWay.PassedOn, GatewayOrder.Of(RawMail.Read(raw)).Mail, raw);
        if (message is not null && HoldsRefusedFile(message))
            throw new SmtpRefusal("554 5.7.1 A file of this kind is not taken");
        var order = GatewayOrder.Of(RawMail.Read(raw));
        if (!order.Encrypts)
            return All(envelope, GatewayWay.Plain, order.Mail, raw);
        if (order.IsPlain)
            throw new SmtpRefusal("554 5.6.0 The mail is to be encrypted and to be plain; say one of them");
        return [.. envelope.Recipients.Select(recipient => Encrypted(recipient, order.Mail))];
    }

    public void Keep(string id, IReadOnlyList<GatewayDelivery> deliveries) => state.Write("mail-gateway/" + id, new Kept(deliveries));

    public IReadOnlyList<GatewayDelivery> Find(string id) => state.Read<Kept>("mail-gateway/" + id)?.Deliveries ?? [];

    private GatewayDelivery Encrypted(string recipient, RawMail mail)
    {
        if (keys.Find(recipient) is { } key && GatewaySealer.Seal(mail, key.CertificatePem) is { } encrypted)
            return new GatewayDelivery([recipient], GatewayWay.Encrypted, encrypted);
        return string.Equals(recipient, SandboxMailboxes.OutOfReach, StringComparison.OrdinalIgnoreCase)
            ? throw new SmtpRefusal($"550 5.7.1 <{recipient}> has neither a key nor a mailbox here, and nothing goes there in plain text")
            : new GatewayDelivery([recipient], GatewayWay.WebMailbox, null);
    }

    private static IReadOnlyList<GatewayDelivery> All(MailEnvelope envelope, GatewayWay way, RawMail mail, byte[] raw) =>
        [new GatewayDelivery(envelope.Recipients, way, mail.Write() is var left && left.AsSpan().SequenceEqual(raw) ? null : left)];

    private static bool IsEncrypted(MimeEntity? body) => body is not null
        && (body.ContentType.IsMimeType("multipart", "encrypted") || (body.ContentType.MediaSubtype.EndsWith("pkcs7-mime", StringComparison.OrdinalIgnoreCase)
            && body.ContentType.Parameters["smime-type"]?.EndsWith("enveloped-data", StringComparison.OrdinalIgnoreCase) is true));

    private static bool HoldsRefusedFile(MimeMessage message) =>
        message.BodyParts.OfType<MimePart>().Any(part => GatewayWords.RefusedFileEndings.Contains(Path.GetExtension(part.FileName ?? ""), StringComparer.OrdinalIgnoreCase));

    private sealed record Kept(IReadOnlyList<GatewayDelivery> Deliveries);
}
