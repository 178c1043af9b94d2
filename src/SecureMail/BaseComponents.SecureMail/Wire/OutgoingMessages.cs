using BaseComponents.SecureMail.Internal;
using BaseComponents.SecureMail.Internal.Gateway;
using BaseComponents.SecureMail.Internal.Keys;
using BaseComponents.SecureMail.Wire.Mime;

namespace BaseComponents.SecureMail.Wire;

/// <summary>
/// Splits a message into the mails that it becomes: one for the recipients in To, one for those of them whose mail the gateway encrypts, and one for each blind copy, since an encrypted mail names the
/// certificates of all its recipients. Whoever sends, at once or later, begins here: what was checked and copied is what is sent, protected as it was decided here.
/// </summary>
internal static class OutgoingMessages
{
    /// <returns>At least one, in the order of sending; every recipient is in exactly one of them.</returns>
    /// <exception cref="SecureMailException">The message cannot be sent.</exception>
    public static async Task<IReadOnlyList<OutgoingPart>> SplitAsync(SecureMessage message, MailSettings settings, CancellationToken cancellationToken)
    {
        message = Checked(message, settings);
        var places = Places(message);
        var protections = await PartProtection.OfAsync(message.Protection, places, settings, cancellationToken).ConfigureAwait(false);
        var open = places.Take(message.To.Count).GroupBy(place => protections[place.Index]).OrderByDescending(group => group.Key.IsEncrypted)
            .Select((group, number) => new OutgoingPart(Of(message, group.Key, number == 0 ? message.Key : PartKey.OfGateway(message.Key)), [.. group]));
        var blind = places.Skip(message.To.Count).Select(place => new OutgoingPart(Of(message, protections[place.Index], PartKey.OfBlindCopy(message.Key, place.Address)), [place]));
        return [.. open.Concat(blind).Select(part => Fitted(part, settings))];
    }

    /// <summary>For one mail that is written and not sent: to a file, where no gateway encrypts it.</summary>
    public static OutgoingPart Single(SecureMessage message, MailSettings settings)
    {
        message = Checked(message, settings);
        if (message.Bcc.Count > 0)
            throw Fault.Invalid("A message with blind copies is several mails; SealAsync writes one. Seal one message for each of them.");
        if (message.Protection == MailProtection.ByGateway)
            throw Fault.Gateway("and SealAsync hands nothing to a gateway: it would write plain text.");
        return Fitted(OutgoingPart.Whole(message with { Protection = message.Protection.IsEncrypted ? MailProtection.Encrypted : message.Protection }), settings);
    }

    private static SecureMessage Of(SecureMessage message, MailProtection protection, string? key) => message with { Bcc = [], Protection = protection, Key = key };

    private static OutgoingPart Fitted(OutgoingPart part, MailSettings settings)
    {
        MessageRules.CheckSize(part.Message, settings.Limits);
        if (!part.IsEncrypted)
            settings.Gateway.Files.Check(part.Message);
        return part.Shown(settings.Gateway.Words, settings.Options.Sender.HeaderConfidentiality);
    }

    // The caller's lists may change meanwhile.
    private static SecureMessage Checked(SecureMessage message, MailSettings settings)
    {
        message = message with { To = [.. message.To], Bcc = [.. message.Bcc], Attachments = [.. message.Attachments] };
        MessageRules.Check(message, settings.Limits);
        if (message.Protection.Reason is { } reason && settings.Options.PlainReasons is { Count: > 0 } allowed && !allowed.Contains(reason))
            throw Fault.Plain();
        return message;
    }

    private static List<RecipientPlace> Places(SecureMessage message)
    {
        string[] all = [.. message.To, .. message.Bcc];
        return [.. all.Select((address, index) => new RecipientPlace(address, index, all.Length))];
    }
}
