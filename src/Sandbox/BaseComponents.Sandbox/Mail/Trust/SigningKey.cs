using System.Security.Cryptography.X509Certificates;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Operators;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.X509;
using Certificate = Org.BouncyCastle.X509.X509Certificate;

namespace BaseComponents.Sandbox.Mail.Trust;

/// <summary>A certificate of the Sandbox with its key on a curve, as Bouncy Castle wants it.</summary>
internal sealed class SigningKey
{
    private const string Algorithm = "SHA256WITHECDSA";

    public SigningKey(X509Certificate2 certificate)
    {
        using var key = certificate.GetECDsaPrivateKey()!;
        Signer = new Asn1SignatureFactory(Algorithm, PrivateKeyFactory.CreateKey(key.ExportPkcs8PrivateKey()));
        Certificate = Read(certificate);
    }

    public ISignatureFactory Signer { get; }

    public Certificate Certificate { get; }

    public static Certificate Read(X509Certificate2 certificate) => new X509CertificateParser().ReadCertificate(certificate.RawData);
}
