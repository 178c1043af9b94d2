using BaseComponents.SecureMail.Internal;
using MimeKit;

namespace BaseComponents.SecureMail.Wire.Mime;

/// <summary>Checks a message before any certificate is looked at or attachment opened.</summary>
internal static class MessageRules
{
    // Far above any limit, and far enough below the largest number that a thousand of them can be added.
    private const long MaxKnownLength = long.MaxValue / 4096;

    public static void Check(SecureMessage message, OutgoingLimits limits)
    {
        CheckRecipients(message, limits);
        HeaderText.CheckSubject(message.Subject);
        if (message.Text is null && message.Html is null)
            throw Fault.Invalid("The message has neither text nor HTML.");
        if (message.Attachments.Count > limits.MaxAttachments)
            throw Fault.Invalid($"The message has {message.Attachments.Count} attachments, the limit is {limits.MaxAttachments}.");
        foreach (var attachment in message.Attachments)
            CheckAttachment(attachment);
        InlineRules.Check(message);
        // Who is left to the gateway is not known yet, and a mail that is not encrypted is smaller.
        CheckKnownSize(message, limits, isEncrypted: message.Protection == MailProtection.Encrypted);
    }

    /// <summary>For one mail of the message, whose protection is decided.</summary>
    public static void CheckSize(SecureMessage part, OutgoingLimits limits) => CheckKnownSize(part, limits, part.Protection.IsEncrypted);

    private static void CheckRecipients(SecureMessage message, OutgoingLimits limits)
    {
        string[] all = [.. message.To, .. message.Bcc];
        if (message.To.Count == 0 || all.Length > limits.MaxRecipients)
            throw Fault.Invalid($"The message has {message.To.Count} recipients in To and {message.Bcc.Count} in Bcc; there must be one in To, and at most {limits.MaxRecipients} together.");
        foreach (var (index, address) in all.Index())
        {
            if (!MailAddressSyntax.IsValid(address))
                throw Fault.Recipient(SecureMailErrors.AddressInvalid, index, all.Length, AddressProblem.Of(address));
        }

        if (all.Distinct(StringComparer.OrdinalIgnoreCase).Count() != all.Length)
            throw Fault.Invalid("A recipient is named twice.");
    }

    private static void CheckAttachment(SecureAttachment attachment)
    {
        HeaderText.CheckFileName(attachment.FileName);
        if (attachment.ContentType.Any(c => c is < ' ' or > '~') || !ContentType.TryParse(attachment.ContentType, out var type) || IsContainer(type))
            throw Fault.Invalid("An attachment's media type is not of the form type/subtype, or is one that mail programs take for a part of the mail itself.");
    }

    private static bool IsContainer(ContentType type) => type.MediaType.ToLowerInvariant() is "multipart" or "message";

    private static void CheckKnownSize(SecureMessage message, OutgoingLimits limits, bool isEncrypted)
    {
        // A length is the caller's word; one that cannot be true must not make up for another.
        var known = message.Attachments.Sum(attachment => Math.Clamp(attachment.Length ?? 0, 0, MaxKnownLength)) + (message.Text?.Length ?? 0L) + (message.Html?.Length ?? 0L);
        var size = SealedSize.AtLeast(known, isEncrypted);
        if (size > limits.MaxMessageSize)
            throw Fault.TooLarge(size, limits.MaxMessageSize);
    }
}
