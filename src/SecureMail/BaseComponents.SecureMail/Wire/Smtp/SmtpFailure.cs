using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace BaseComponents.SecureMail.Wire.Smtp;

/// <summary>What a failed sending means: refused for good, for now, or unknown. Inner exceptions that repeat addresses are left out.</summary>
internal static class SmtpFailure
{
    public static bool IsKnown(Exception exception) => exception
        is SmtpCommandException or SmtpProtocolException or ServiceNotConnectedException or ServiceNotAuthenticatedException
        or SslHandshakeException or AuthenticationException or SaslException or NotSupportedException
        or IOException or SocketException or TimeoutException or ObjectDisposedException or OperationCanceledException;

    public static SecureMailException Of(Exception exception, SealedMail mail, bool isHandedOver) =>
        Of(exception, new FailedMail(mail.MessageId, [mail.Sender, .. mail.Recipients], mail.PlaceOf), isHandedOver);

    public static SecureMailException Of(Exception exception, FailedMail mail, bool isHandedOver) => exception switch
    {
        SmtpCommandException refusal => Refused(refusal, mail),
        _ when isHandedOver => Unknown(exception, mail),
        AuthenticationException or SaslException => Definite(SecureMailErrors.AuthenticationFailed, mail, "The mail server did not accept user and password. Check Smtp:User and Smtp:Password."),
        SslHandshakeException => Definite(
            SecureMailErrors.TlsUntrusted, mail,
            "The TLS certificate of the mail server is not trusted, is expired, or is for another name. Check Smtp:Host and Smtp:TrustAnchorsPem; someone may be in between."),
        NotSupportedException => Definite(
            SecureMailErrors.TlsMissing, mail,
            "The mail server does not offer STARTTLS or no usable authentication, and mail is never sent without TLS. Check Smtp:Port and Smtp:Security; someone may be stripping TLS."),
        _ => Unreachable(exception, mail),
    };

    private static SecureMailException Refused(SmtpCommandException refusal, FailedMail mail)
    {
        var status = (int)refusal.StatusCode;
        var answer = $"{status} {ReplyText.Scrub(refusal.Message, mail.People)}";
        var isTransient = status is >= 400 and < 500;
        var next = isTransient ? "Try again later." : "Sending it again will not help; ask the operator of the server with this answer.";
        return new SecureMailException(isTransient ? SecureMailErrors.Busy : SecureMailErrors.Rejected, $"Nothing was sent. The mail server answered: {answer}. {next}")
        {
            IsTransient = isTransient,
            CorrelationId = mail.MessageId,
            RecipientIndex = refusal.ErrorCode is SmtpErrorCode.RecipientNotAccepted ? mail.PlaceOf(refusal.Mailbox?.Address) : null,
        };
    }

    private static SecureMailException Unknown(Exception cause, FailedMail mail) => new(
        SecureMailErrors.OutcomeUnknown,
        $"The mail was handed over, but the server's answer was lost ({cause.GetType().Name}): it may or may not be delivered. Look for the Message-ID at the server " +
        "before sending again; with the same Key a second mail has the same Message-ID.",
        cause is IOException or SocketException ? cause : null)
    {
        Outcome = MailOutcome.Unknown,
        CorrelationId = mail.MessageId,
    };

    private static SecureMailException Unreachable(Exception cause, FailedMail mail) => new(
        SecureMailErrors.ServerUnreachable,
        $"Nothing was sent. The mail server cannot be reached or broke off ({cause.GetType().Name}). Check Smtp:Host, Smtp:Port and the network; then send again.",
        cause is IOException or SocketException ? cause : null)
    {
        IsTransient = true,
        CorrelationId = mail.MessageId,
    };

    private static SecureMailException Definite(string code, FailedMail mail, string what) => new(code, $"Nothing was sent. {what}") { CorrelationId = mail.MessageId };
}
