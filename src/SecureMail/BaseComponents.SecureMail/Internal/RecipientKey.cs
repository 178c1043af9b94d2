using System.Security.Cryptography.X509Certificates;

namespace BaseComponents.SecureMail.Internal;

/// <summary>A recipient: certificate, those between it and the anchor, and what the program behind it can read.</summary>
internal sealed record RecipientKey(X509Certificate2 Certificate, IReadOnlyList<X509Certificate2> Intermediates, KeyTransport Transport, ContentEncryption Encryption)
{
    /// <summary>The setting wins over the certificate's own word, and that over the default.</summary>
    public static RecipientKey From(RecipientOptions recipient, SecureMailOptions options)
    {
        var certificates = PemCertificates.Read(recipient.CertificatePem);
        var key = Of(certificates[0], [.. certificates.Skip(1)], options);
        return key with { Transport = recipient.KeyTransport ?? key.Transport, Encryption = recipient.ContentEncryption ?? key.Encryption };
    }

    /// <summary>What the certificate says, else the default.</summary>
    public static RecipientKey Of(X509Certificate2 certificate, IReadOnlyList<X509Certificate2> intermediates, SecureMailOptions options)
    {
        var capabilities = SmimeCapabilities.Of(certificate);
        return new RecipientKey(
            certificate, intermediates, capabilities?.KeyTransport ?? options.DefaultKeyTransport, capabilities?.ContentEncryption ?? options.DefaultContentEncryption);
    }
}
