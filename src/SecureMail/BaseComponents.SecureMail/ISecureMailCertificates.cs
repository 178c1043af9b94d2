namespace BaseComponents.SecureMail;

/// <summary>Says how long the certificates in the settings still last, for an application's own health page or alarm.</summary>
public interface ISecureMailCertificates
{
    /// <summary>The sender's certificates and those of pinned recipients, in the order of the settings. Old decryption keys are left out: they are kept because they have ended.</summary>
    /// <exception cref="SecureMailException">The sender's certificate cannot be loaded.</exception>
    IReadOnlyList<CertificateLifetime> Check();
}
