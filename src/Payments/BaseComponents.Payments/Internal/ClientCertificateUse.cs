using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BaseComponents.Shared;

namespace BaseComponents.Payments.Internal;

/// <summary>Whether a certificate that could be read can also be used as a client certificate now. TLS itself would only say that the connection broke.</summary>
internal static class ClientCertificateUse
{
    private const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";
    private const string AnyUsage = "2.5.29.37.0";

    /// <exception cref="CertificateSourceException">It cannot be used; the message says why.</exception>
    public static X509Certificate2 Usable(X509Certificate2 certificate, TimeProvider clock) =>
        Refusal(certificate, clock.GetUtcNow()) is { } refusal ? throw new CertificateSourceException(refusal) : certificate;

    private static string? Refusal(X509Certificate2 certificate, DateTimeOffset now)
    {
        if (now < certificate.NotBefore)
            return $"The client certificate is valid from {Day(certificate.NotBefore)} on, not yet. Check the clock of this machine, and use the old certificate until then.";
        if (now > certificate.NotAfter)
            return $"The client certificate expired on {Day(certificate.NotAfter)}. Ask the operator for a new one; a replaced file is used from the next connection on, without a restart.";
        if (certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>().Any(static usage => !IsForClients(usage)))
            return "The client certificate is not made for TLS clients (its extended key usage lacks client authentication). The operator may have sent a server's or a mail certificate.";
        return certificate.Extensions.OfType<X509KeyUsageExtension>().Any(static usage => !usage.KeyUsages.HasFlag(X509KeyUsageFlags.DigitalSignature))
            ? "The client certificate must not sign (its key usage lacks digital signature), which TLS needs. The operator may have sent the one for encryption."
            : null;
    }

    private static bool IsForClients(X509EnhancedKeyUsageExtension usage) =>
        usage.EnhancedKeyUsages.Cast<Oid>().Any(static oid => oid.Value is ClientAuthentication or AnyUsage);

    private static string Day(DateTime time) => time.ToUniversalTime().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
