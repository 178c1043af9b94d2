using System.Security.Cryptography.X509Certificates;

namespace BaseComponents.SecureMail.Internal;

/// <summary>A configured recipient: certificate, those between it and the anchor, and how the content key is transported.</summary>
internal sealed record RecipientKey(X509Certificate2 Certificate, IReadOnlyList<X509Certificate2> Intermediates, KeyTransport Transport)
{
    /// <summary>The setting wins over the certificate's own word, and that over the default.</summary>
    public static RecipientKey From(RecipientOptions options, KeyTransport fallback)
    {
        var certificates = PemCertificates.Read(options.CertificatePem);
        var transport = options.KeyTransport ?? SmimeCapabilities.KeyTransportOf(certificates[0]) ?? fallback;
        return new RecipientKey(certificates[0], [.. certificates.Skip(1)], transport);
    }
}
