using BaseComponents.SecureMail.Wire;
using Microsoft.Extensions.Logging;

namespace BaseComponents.SecureMail.Internal;

/// <summary>What somebody has to be able to read later about a mail that was sealed: that it is not encrypted and why, what was changed in its subject, whom nobody could be asked about.</summary>
internal static class OutgoingNotes
{
    public static void Tell(this ILogger logger, string messageId, OutgoingPart part, int ofUnknownRevocation)
    {
        var protection = part.Message.Protection;
        if (protection == MailProtection.ByGateway)
            logger.ToGateway(messageId, part.Recipients.Count);
        else if (!protection.IsEncrypted)
            logger.Plain(messageId, protection.Reason);
        if (part.BrokenWords > 0)
            logger.Neutralised(messageId, part.BrokenWords);
        if (ofUnknownRevocation > 0)
            logger.RevocationUnknown(messageId, ofUnknownRevocation);
    }
}
