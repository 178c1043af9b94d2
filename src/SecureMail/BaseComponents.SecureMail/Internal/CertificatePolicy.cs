using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BaseComponents.SecureMail.Internal.Revocation;
using BaseComponents.SecureMail.Wire.Cms;

namespace BaseComponents.SecureMail.Internal;

/// <summary>
/// Whether a certificate may sign or encrypt mail of an address: time, address, purposes, key, a chain to a pinned anchor that is built without asking anyone, and, when all that is
/// in order, revocation (RFC 5280, RFC 8550). What came out well is remembered for some minutes, all but time and revocation.
/// </summary>
internal sealed class CertificatePolicy(IReadOnlyCollection<X509Certificate2> anchors, RevocationRules revocation, TimeProvider clock)
{
    private const string EmailProtection = "1.3.6.1.5.5.7.3.4";
    private readonly RememberedPaths _remembered = new(clock);

    /// <summary>The whole check.</summary>
    /// <param name="certificate">The certificate.</param>
    /// <param name="address">Whose mail it is about.</param>
    /// <param name="use">For what.</param>
    /// <param name="intermediates">What the chain may lead over.</param>
    /// <param name="at">When certificate and chain must be valid; null is now. Revocation is always asked for now.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<CertificateJudgement> CheckAsync(
        X509Certificate2 certificate, string address, MailUse use, IEnumerable<X509Certificate2> intermediates, DateTimeOffset? at, CancellationToken cancellationToken)
    {
        var fault = Check(certificate, address, use, intermediates, at, out var path);
        return path is null
            ? new CertificateJudgement(fault, RevocationStatus.NotLookedUp)
            : await revocation.JudgeAsync(path, use, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Everything but revocation: nobody is asked.</summary>
    public CertificateFault Check(X509Certificate2 certificate, string address, MailUse use, IEnumerable<X509Certificate2> intermediates) =>
        Check(certificate, address, use, intermediates, null, out _);

    private CertificateFault Check(
        X509Certificate2 certificate, string address, MailUse use, IEnumerable<X509Certificate2> intermediates, DateTimeOffset? at, out CertificatePath? path)
    {
        path = null;
        try
        {
            var (question, now) = (PathQuestion.Of(certificate, address, use, intermediates), at ?? clock.GetUtcNow());
            path = _remembered.Find(question, now);
            if (path is not null)
                return CertificateFault.None;
            var fault = CheckFields(certificate, address, use, intermediates, now, out path);
            if (path is not null)
                _remembered.Keep(question, path);
            return fault;
        }
        catch (CryptographicException)
        {
            // Certificates come with mails from strangers; the framework reads their fields lazily and fails on nonsense.
            return CertificateFault.Untrusted;
        }
    }

    private CertificateFault CheckFields(
        X509Certificate2 certificate, string address, MailUse use, IEnumerable<X509Certificate2> intermediates, DateTimeOffset now, out CertificatePath? path)
    {
        path = null;
        // "Expired" says that somebody known was late; a stranger never gets that far.
        if (TimeFault(certificate, now) is { } fault)
            return LeadsToAnchor(certificate, intermediates) ? fault : CertificateFault.Untrusted;
        if (!SubjectAlternativeMail.Contains(certificate, address))
            return CertificateFault.AddressMismatch;
        if (!HasMailPurpose(certificate) || !AllowsUse(certificate, use))
            return CertificateFault.WrongUsage;
        if (!HasStrongKey(certificate, use))
            return CertificateFault.WeakKey;
        path = CertificateChain.Find(certificate, anchors, intermediates, EmailProtection, now);
        return path is null ? CertificateFault.Untrusted : CertificateFault.None;
    }

    private static CertificateFault? TimeFault(X509Certificate2 certificate, DateTimeOffset now)
    {
        if (now < certificate.NotBefore.ToUniversalTime())
            return CertificateFault.NotYetValid;
        return now > certificate.NotAfter.ToUniversalTime() ? CertificateFault.Expired : null;
    }

    private static bool HasMailPurpose(X509Certificate2 certificate) => certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>()
        .Any(usage => usage.EnhancedKeyUsages.Cast<Oid>().Any(oid => oid.Value == EmailProtection));

    // A certificate without the extension allows every use (RFC 5280 section 4.2.1.3). An authority's own certificate signs certificates, not mail.
    private static bool AllowsUse(X509Certificate2 certificate, MailUse use)
    {
        if (use is not MailUse.Encrypt && certificate.Extensions.OfType<X509BasicConstraintsExtension>().Any(static constraints => constraints.CertificateAuthority))
            return false;
        var wanted = use is not MailUse.Encrypt
            ? X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation
            : certificate.PublicKey.Oid.Value is CmsOids.EcPublicKey or CmsOids.X25519 ? X509KeyUsageFlags.KeyAgreement : X509KeyUsageFlags.KeyEncipherment;
        return certificate.Extensions.OfType<X509KeyUsageExtension>().All(usage => (usage.KeyUsages & wanted) != 0);
    }

    private static bool HasStrongKey(X509Certificate2 certificate, MailUse use) =>
        use is MailUse.Encrypt ? KeyStrength.IsEnoughToEncrypt(certificate) : KeyStrength.IsEnoughToSign(certificate);

    private bool LeadsToAnchor(X509Certificate2 certificate, IEnumerable<X509Certificate2> intermediates)
    {
        using var path = CertificateChain.Find(certificate, anchors, intermediates, EmailProtection, time: null);
        return path is not null;
    }
}
