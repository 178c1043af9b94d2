using BaseComponents.SecureMail.Internal;
using BaseComponents.SecureMail.Wire.Mime;
using MimeKit;

namespace BaseComponents.SecureMail.Wire;

/// <summary>Opens a received mail layer by layer. What is shown is parsed from exactly the bytes that were verified.</summary>
internal static class MailOpener
{
    public static async Task<ReceivedMail> OpenAsync(Stream stream, MailSettings settings, DateTimeOffset receivedAt, CancellationToken cancellationToken)
    {
        var limits = settings.Options.Limits;
        var bytes = await BoundedRead.AllAsync(stream, limits.MaxIncomingSize, cancellationToken).ConfigureAwait(false);
        var parser = new EntityParser(limits);
        using var mail = parser.ParseMessage(bytes);
        var from = FromHeader.Single(mail.Headers);
        using var layers = await new MailLayers(settings, parser, receivedAt).UnwrapAsync(new MimeLayer(bytes, mail.Body!), from, cancellationToken).ConfigureAwait(false);
        return Describe(mail, from, layers, limits);
    }

    private static ReceivedMail Describe(MimeMessage mail, string? from, OpenedLayers layers, SecureMailLimits limits)
    {
        var isSafe = !layers.IsEncrypted || layers.Verdict is SignatureVerdict.Valid;
        var content = EntityContent.Of(layers.Content, limits, withPages: isSafe);
        return new ReceivedMail
        {
            Verdict = layers.Verdict,
            IsEncrypted = layers.IsEncrypted,
            From = from,
            Subject = mail.Subject ?? "",
            Date = mail.Headers.Contains(HeaderId.Date) ? mail.Date : null,
            MessageId = mail.MessageId,
            Text = content.Text,
            Html = content.Html,
            Attachments = content.Attachments,
        };
    }
}
