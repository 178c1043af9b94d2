using System.Security.Cryptography.X509Certificates;

namespace BaseComponents.SecureMail.Wire.Cms.Enveloped;

/// <summary>The content key as it is encrypted for one recipient.</summary>
internal abstract record RecipientEntry(CertificateReference Reference)
{
    /// <summary>How the content key is encrypted, by its object identifier.</summary>
    public abstract string AlgorithmOid { get; }

    /// <summary>The content key, or what took its place; only the content can tell. Null where this key certainly does not open it.</summary>
    /// <param name="certificate">The recipient's, with its private key.</param>
    /// <param name="keyLength">How long a content key must be.</param>
    /// <exception cref="System.Security.Cryptography.CryptographicException">The private key does not do its work.</exception>
    /// <exception cref="CmsException">An algorithm that is not accepted.</exception>
    public abstract byte[]? Unwrap(X509Certificate2 certificate, int keyLength);
}
