using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BaseComponents.SecureMail.Wire.Cms;
using BaseComponents.SecureMail.Wire.Cms.Enveloped;

namespace BaseComponents.SecureMail.Internal;

/// <summary>
/// Whether a certificate may sign or encrypt mail of an address now: time, address, purposes, key, and a chain to a pinned anchor that is
/// built without asking anyone (RFC 5280, RFC 8550).
/// </summary>
internal sealed class CertificatePolicy(IReadOnlyCollection<X509Certificate2> anchors, TimeProvider clock)
{
    private const string EmailProtection = "1.3.6.1.5.5.7.3.4";
    private const int MinimalRsaBits = 2048;
    private const int MinimalCurveBits = 250;

    public CertificateFault Check(X509Certificate2 certificate, string address, MailUse use, IEnumerable<X509Certificate2> intermediates)
    {
        try
        {
            return CheckFields(certificate, address, use, intermediates);
        }
        catch (CryptographicException)
        {
            // Certificates come with mails from strangers; the framework reads their fields lazily and fails on nonsense.
            return CertificateFault.Untrusted;
        }
    }

    private CertificateFault CheckFields(X509Certificate2 certificate, string address, MailUse use, IEnumerable<X509Certificate2> intermediates)
    {
        var now = clock.GetUtcNow();
        // "Expired" says that somebody known was late; a stranger never gets that far.
        if (TimeFault(certificate, now) is { } fault)
            return LeadsToAnchor(certificate, intermediates, time: null) ? fault : CertificateFault.Untrusted;
        if (!SubjectAlternativeMail.Contains(certificate, address))
            return CertificateFault.AddressMismatch;
        if (!HasMailPurpose(certificate) || !AllowsUse(certificate, use))
            return CertificateFault.WrongUsage;
        if (!HasStrongKey(certificate, use))
            return CertificateFault.WeakKey;
        return LeadsToAnchor(certificate, intermediates, now) ? CertificateFault.None : CertificateFault.Untrusted;
    }

    private static CertificateFault? TimeFault(X509Certificate2 certificate, DateTimeOffset now)
    {
        if (now < certificate.NotBefore.ToUniversalTime())
            return CertificateFault.NotYetValid;
        return now > certificate.NotAfter.ToUniversalTime() ? CertificateFault.Expired : null;
    }

    private static bool HasMailPurpose(X509Certificate2 certificate) => certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>()
        .Any(usage => usage.EnhancedKeyUsages.Cast<Oid>().Any(oid => oid.Value == EmailProtection));

    // A certificate without the extension allows every use (RFC 5280 section 4.2.1.3).
    private static bool AllowsUse(X509Certificate2 certificate, MailUse use)
    {
        var wanted = use is MailUse.Sign
            ? X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation
            : certificate.PublicKey.Oid.Value == CmsOids.EcPublicKey ? X509KeyUsageFlags.KeyAgreement : X509KeyUsageFlags.KeyEncipherment;
        return certificate.Extensions.OfType<X509KeyUsageExtension>().All(usage => (usage.KeyUsages & wanted) != 0);
    }

    private static bool HasStrongKey(X509Certificate2 certificate, MailUse use)
    {
        using var rsa = certificate.GetRSAPublicKey();
        if (rsa is not null)
            return rsa.KeySize >= MinimalRsaBits;
        if (use is MailUse.Encrypt)
            return AgreementTarget.CurveOf(certificate) is not null;
        using var curve = certificate.GetECDsaPublicKey();
        return curve is { KeySize: >= MinimalCurveBits };
    }

    private bool LeadsToAnchor(X509Certificate2 certificate, IEnumerable<X509Certificate2> intermediates, DateTimeOffset? time) =>
        CertificateChain.Leads(certificate, anchors, intermediates, EmailProtection, time);
}
