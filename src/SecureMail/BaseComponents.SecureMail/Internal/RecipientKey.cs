using System.Security.Cryptography.X509Certificates;

namespace BaseComponents.SecureMail.Internal;

/// <summary>A recipient: certificate, and what the program behind it can read.</summary>
internal sealed record RecipientKey(X509Certificate2 Certificate, KeyTransport Transport, ContentEncryption Encryption)
{
    /// <summary>The setting wins over the certificate's own word, and that over the default.</summary>
    public static RecipientKey From(RecipientCertificate recipient, SecureMailOptions options)
    {
        var capabilities = SmimeCapabilities.Of(recipient.Certificate);
        return new RecipientKey(
            recipient.Certificate,
            recipient.KeyTransport ?? capabilities?.KeyTransport ?? options.DefaultKeyTransport,
            recipient.ContentEncryption ?? capabilities?.ContentEncryption ?? options.DefaultContentEncryption);
    }
}
