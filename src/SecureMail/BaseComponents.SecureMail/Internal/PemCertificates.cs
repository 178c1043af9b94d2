using System.Security.Cryptography.X509Certificates;
using BaseComponents.Shared;

namespace BaseComponents.SecureMail.Internal;

/// <summary>Certificates without keys from PEM text, in the order of the text.</summary>
internal static class PemCertificates
{
    /// <summary>At least one certificate.</summary>
    /// <exception cref="CertificateSourceException">The text holds none.</exception>
    public static IReadOnlyList<X509Certificate2> Read(string? pem)
    {
        var found = ReadOptional(pem);
        return found.Count > 0
            ? found
            : throw new CertificateSourceException("The text holds no certificate. It must be in PEM form (BEGIN CERTIFICATE).");
    }

    public static IReadOnlyList<X509Certificate2> ReadOptional(string? pem) => [.. HttpDefaults.TrustAnchors(pem)];
}
