using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BaseComponents.SecureMail.Internal;
using BaseComponents.Shared;
using MailKit.Net.Imap;

namespace BaseComponents.SecureMail.Wire.Imap;

/// <summary>MailKit's client with our own rules for TLS: pinned roots if there are any, the right name and purpose, and nothing fetched from addresses that stand in a certificate.</summary>
internal sealed class VerifiedImapClient : ImapClient
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";
    private readonly IReadOnlyCollection<X509Certificate2> _anchors;
    private readonly TimeProvider _clock;

    public VerifiedImapClient(ImapOptions options, TimeProvider clock)
    {
        (_anchors, _clock) = (PemCertificates.ReadOptional(options.TrustAnchorsPem), clock);
        Timeout = (int)options.Timeout.TotalMilliseconds;
        SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13;
        CheckCertificateRevocation = false;
        ServerCertificateValidationCallback = (_, _, _, errors) => errors is SslPolicyErrors.None;
    }

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
