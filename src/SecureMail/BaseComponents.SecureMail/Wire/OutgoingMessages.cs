using BaseComponents.SecureMail.Internal;
using BaseComponents.SecureMail.Internal.Keys;
using BaseComponents.SecureMail.Wire.Mime;

namespace BaseComponents.SecureMail.Wire;

/// <summary>
/// Splits a message into the mails that it becomes: one for the recipients in To, and one for each blind copy, since an encrypted mail names the certificates of all its recipients. Whoever
/// sends, at once or later, begins here: what was checked and copied is what is sent.
/// </summary>
internal static class OutgoingMessages
{
    /// <returns>At least one, in the order of sending; every recipient is in exactly one of them.</returns>
    /// <exception cref="SecureMailException">The message cannot be sent.</exception>
    public static Task<IReadOnlyList<OutgoingPart>> SplitAsync(SecureMessage message, MailSettings settings, CancellationToken cancellationToken)
    {
        message = Checked(message, settings);
        var places = Places(message);
        var open = places[..message.To.Count];
        var blind = places[message.To.Count..];
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult<IReadOnlyList<OutgoingPart>>([new OutgoingPart(message with { Bcc = [] }, open), .. blind.Select(place => BlindCopy(message, place))]);
    }

    /// <summary>For one mail that is written and not sent.</summary>
    public static OutgoingPart Single(SecureMessage message, MailSettings settings)
    {
        message = Checked(message, settings);
        return message.Bcc.Count == 0 ? OutgoingPart.Whole(message) : throw Fault.Invalid("A message with blind copies is several mails; SealAsync writes one. Seal one message for each of them.");
    }

    private static OutgoingPart BlindCopy(SecureMessage message, RecipientPlace place) => new(message with { Bcc = [], Key = PartKey.OfBlindCopy(message.Key, place.Address) }, [place]);

    // The caller's lists may change meanwhile.
    private static SecureMessage Checked(SecureMessage message, MailSettings settings)
    {
        message = message with { To = [.. message.To], Bcc = [.. message.Bcc], Attachments = [.. message.Attachments] };
        MessageRules.Check(message, settings.Options.Limits);
        return message;
    }

    private static List<RecipientPlace> Places(SecureMessage message)
    {
        string[] all = [.. message.To, .. message.Bcc];
        return [.. all.Select((address, index) => new RecipientPlace(address, index, all.Length))];
    }
}
