using BaseComponents.SecureMail.Internal;
using BaseComponents.SecureMail.Wire.Mime;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace BaseComponents.SecureMail.Wire.Smtp;

/// <summary>Hands one mail to the mail server (RFC 5321) over verified TLS, for all recipients or for none.</summary>
internal sealed class SmtpDelivery(TimeProvider clock)
{
    /// <returns>The server's answer to the mail, scrubbed.</returns>
    public async Task<string> SendAsync(SealedMail mail, MailSettings settings, CancellationToken cancellationToken)
    {
        using var watch = new TransferWatch(cancellationToken);
        try
        {
            var reply = await SendAsync(mail, settings, watch).ConfigureAwait(false);
            return ReplyText.Scrub(reply, [mail.Sender, .. mail.Recipients]);
        }
        catch (Exception exception) when (SmtpFailure.IsKnown(exception))
        {
            if (exception is OperationCanceledException && !watch.IsComplete)
                cancellationToken.ThrowIfCancellationRequested();
            throw SmtpFailure.Of(exception, mail, watch.IsComplete);
        }
    }

    private async Task<string> SendAsync(SealedMail mail, MailSettings settings, TransferWatch watch)
    {
        var smtp = settings.Options.Smtp;
        using var client = new DirectSmtpClient(settings, clock);
        using var socket = await SmtpSocket.ConnectAsync(smtp, watch.Token).ConfigureAwait(false);
        var tls = smtp.Security is SmtpSecurity.Implicit ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls;
        await client.ConnectAsync(socket, smtp.Host!, smtp.Port, tls, watch.Token).ConfigureAwait(false);
        if (smtp.User is { Length: > 0 } user)
            await client.AuthenticateAsync(user, smtp.Password ?? "", watch.Token).ConfigureAwait(false);
        CheckServerLimit(client, mail, settings.Limits);
        var reply = await client.SendAsync(CanonicalFormat.Options, mail.Message, mail.Sender, mail.Recipients, watch.Token, watch).ConfigureAwait(false);
        await QuitAsync(client).ConfigureAwait(false);
        return reply;
    }

    private static void CheckServerLimit(SmtpClient client, SealedMail mail, OutgoingLimits limits)
    {
        limits.Learn(client.Capabilities.HasFlag(SmtpCapabilities.Size) && client.MaxSize > 0 ? client.MaxSize : null);
        if (mail.Size > limits.MaxMessageSize)
            throw Fault.TooLarge(mail.Size, limits.MaxMessageSize);
    }

    // The mail is accepted; a server that breaks off now has done its work.
    public static async Task QuitAsync(SmtpClient client)
    {
        try
        {
            await client.DisconnectAsync(quit: true, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception) when (SmtpFailure.IsKnown(exception))
        {
            System.Diagnostics.Activity.Current?.AddEvent(new("smtp.quit-failed"));
        }
    }
}
