using BaseComponents.SecureMail.Wire;
using BaseComponents.SecureMail.Wire.Smtp;
using Microsoft.Extensions.Logging;

namespace BaseComponents.SecureMail.Internal;

/// <summary>
/// Hands the mails of one message to the server, one after the other. Where the server refuses one of them the others are still tried; where it cannot be reached, or breaks off, or its
/// answer is lost, they are not.
/// </summary>
internal sealed class PartsDelivery(SmtpDelivery delivery, MailSettings settings, ILogger logger)
{
    private readonly List<SecureMailException> _faults = [];

    public async Task<IReadOnlyList<MailPart>> SendAsync(IReadOnlyList<SealedMail> mails, CancellationToken cancellationToken)
    {
        var parts = new List<MailPart>();
        foreach (var mail in mails)
        {
            var part = _faults.Exists(StopsTheRest) ? Part(mail, MailPartState.NotSent) : await TryAsync(mail, cancellationToken).ConfigureAwait(false);
            parts.Add(part);
            // A message that went out in part is finished: to be cancelled now would lose what is known.
            cancellationToken = CancellationToken.None;
        }

        return _faults.Count == 0 ? parts : throw PartsFault.Of(parts, _faults);
    }

    private async Task<MailPart> TryAsync(SealedMail mail, CancellationToken cancellationToken)
    {
        try
        {
            var reply = await delivery.SendAsync(mail, settings, cancellationToken).ConfigureAwait(false);
            logger.Sent(mail.MessageId, mail.Part.Message.Protection, mail.Part.Recipients.Count, mail.Size);
            return Part(mail, MailPartState.Accepted) with { ServerReply = reply };
        }
        catch (SecureMailException fault)
        {
            _faults.Add(fault);
            return Part(mail, fault.Outcome is MailOutcome.Unknown ? MailPartState.Unknown : MailPartState.NotSent) with { Code = fault.Code };
        }
    }

    private static bool StopsTheRest(SecureMailException fault) => fault.Code is not (SecureMailErrors.Rejected or SecureMailErrors.Busy or SecureMailErrors.MessageTooLarge);

    private static MailPart Part(SealedMail mail, MailPartState state) => new()
    {
        MessageId = mail.MessageId,
        Recipients = [.. mail.Part.Recipients.Select(recipient => recipient.Index)],
        Protection = mail.Part.Message.Protection,
        Size = mail.Size,
        State = state,
    };
}
