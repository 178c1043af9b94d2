using System.Security.Cryptography.X509Certificates;

namespace BaseComponents.Sandbox.Mail;

/// <summary>Certificate and private key of a mailbox in PEM form.</summary>
internal sealed record MailboxKey(string CertificatePem, string KeyPem)
{
    public static MailboxKey Of(X509Certificate2 certificate)
    {
        using var key = certificate.GetRSAPrivateKey()!;
        return new MailboxKey(certificate.ExportCertificatePem(), key.ExportPkcs8PrivateKeyPem());
    }

    public X509Certificate2 Load() => X509Certificate2.CreateFromPem(CertificatePem, KeyPem);
}
