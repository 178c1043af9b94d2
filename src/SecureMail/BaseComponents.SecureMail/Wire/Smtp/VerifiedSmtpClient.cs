using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BaseComponents.SecureMail.Internal;
using BaseComponents.Shared;
using MailKit;
using MailKit.Net.Smtp;
using MimeKit;

namespace BaseComponents.SecureMail.Wire.Smtp;

/// <summary>
/// MailKit's client with our own rules for TLS: pinned roots if there are any, the right name and purpose, and nothing fetched from addresses
/// that stand in a certificate. MailKit's default would also accept some providers' certificates it knows by heart.
/// </summary>
internal abstract class VerifiedSmtpClient : SmtpClient
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";
    private readonly IReadOnlyCollection<X509Certificate2> _anchors;
    private readonly TimeProvider _clock;

    protected bool WantsReports { get; }

    protected VerifiedSmtpClient(MailSettings settings, TimeProvider clock)
    {
        (_anchors, _clock, WantsReports) = (settings.ServerAnchors, clock, settings.Options.Smtp.RequestDeliveryReports);
        DeliveryStatusNotificationType = DeliveryStatusNotificationType.HeadersOnly;
        Timeout = (int)settings.Options.Smtp.Timeout.TotalMilliseconds;
        LocalDomain = settings.Options.Smtp.LocalName ?? MailAddressSyntax.DomainOf(settings.SenderAddress);
        SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13;
        CheckCertificateRevocation = false;
        ServerCertificateValidationCallback = (_, _, _, errors) => errors is SslPolicyErrors.None;
    }

    protected override DeliveryStatusNotification? GetDeliveryStatusNotifications(MimeMessage message, MailboxAddress mailbox) =>
        WantsReports ? DeliveryStatusNotification.Success | DeliveryStatusNotification.Failure | DeliveryStatusNotification.Delay : null;

    // Reports on an encrypted mail know nothing of it but this.
    protected override string? GetEnvelopeId(MimeMessage message) => WantsReports ? message.MessageId : null;

    protected override SslClientAuthenticationOptions GetSslClientAuthenticationOptions(string host, RemoteCertificateValidationCallback remoteCertificateValidationCallback)
    {
        var options = base.GetSslClientAuthenticationOptions(host, remoteCertificateValidationCallback);
        var policy = HttpDefaults.ChainPolicy(_anchors);
        policy.ApplicationPolicy.Add(new Oid(ServerAuthentication));
        policy.VerificationTime = _clock.GetUtcNow().UtcDateTime;
        options.CertificateChainPolicy = policy;
        return options;
    }
}
