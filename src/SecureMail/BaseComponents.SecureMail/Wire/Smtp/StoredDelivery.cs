using BaseComponents.SecureMail.Internal;
using BaseComponents.SecureMail.Internal.Outbox;
using BaseComponents.SecureMail.Outbox;
using BaseComponents.SecureMail.Wire.Mime;
using MailKit.Security;
using MimeKit;

namespace BaseComponents.SecureMail.Wire.Smtp;

/// <summary>Hands one stored mail to the mail server: the bytes as they are, an answer for each recipient, and a word before its end is written.</summary>
internal sealed class StoredDelivery(TimeProvider clock)
{
    /// <param name="mail">The mail, and for whom.</param>
    /// <param name="settings">The sender's settings.</param>
    /// <param name="beforeEnd">Is given who was refused; the end of the mail is written when it returns, and not where it throws.</param>
    /// <param name="cancellationToken">Stops the work until <paramref name="beforeEnd"/> is asked.</param>
    /// <returns>The server's answer for those who were not refused.</returns>
    public async Task<string> SendAsync(StoredMail mail, MailSettings settings, Func<IReadOnlyDictionary<int, OutboxRecipient>, Task> beforeEnd, CancellationToken cancellationToken)
    {
        using var limit = new EndMark(cancellationToken);
        MailboxAddress[] people = [new(null, settings.SenderAddress), .. mail.Recipients.Select(recipient => new MailboxAddress(null, recipient.Address!))];
        try
        {
            return ReplyText.Scrub(await HandOverAsync(mail, settings, people, beforeEnd, limit).ConfigureAwait(false), people);
        }
        catch (RecipientsRefusedException refusal)
        {
            throw new SecureMailException(SecureMailErrors.Rejected, "Nothing was sent. The mail server refused every recipient.", refusal) { CorrelationId = mail.Mail.MessageId };
        }
        catch (Exception exception) when (SmtpFailure.IsKnown(exception))
        {
            if (exception is OperationCanceledException && !limit.IsPassed)
                cancellationToken.ThrowIfCancellationRequested();
            throw SmtpFailure.Of(exception, new FailedMail(mail.Mail.MessageId, people, static _ => null), limit.IsPassed);
        }
    }

    private async Task<string> HandOverAsync(StoredMail mail, MailSettings settings, MailboxAddress[] people, Func<IReadOnlyDictionary<int, OutboxRecipient>, Task> beforeEnd, EndMark mark)
    {
        var smtp = settings.Options.Smtp;
        using var client = new StoredSmtpClient(mail, settings, clock);
        using var socket = await SmtpSocket.ConnectAsync(smtp, mark.Token).ConfigureAwait(false);
        var tls = smtp.Security is SmtpSecurity.Implicit ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls;
        await client.ConnectAsync(socket, smtp.Host!, smtp.Port, tls, mark.Token).ConfigureAwait(false);
        if (smtp.User is { Length: > 0 } user)
            await client.AuthenticateAsync(user, smtp.Password ?? "", mark.Token).ConfigureAwait(false);
        using var message = await StoredMessage.OpenAsync(mail.Content, async () =>
        {
            mark.Token.ThrowIfCancellationRequested();
            await beforeEnd(client.Refused).ConfigureAwait(false);
            mark.Pass();
        }, mark.Token).ConfigureAwait(false);
        var reply = await client.SendAsync(CanonicalFormat.Options, message, people[0], people[1..], mark.Token).ConfigureAwait(false);
        await SmtpDelivery.QuitAsync(client).ConfigureAwait(false);
        return reply;
    }
}
