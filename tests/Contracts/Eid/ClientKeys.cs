using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace BaseComponents.Tests.Contracts.Eid;

/// <summary>Keys of an application, as its settings name them.</summary>
internal sealed class ClientKeys
{
    private ClientKeys(X509Certificate2 certificate, string keyPem) => (Certificate, Pem) = (certificate, certificate.ExportCertificatePem() + "\n" + keyPem);

    public X509Certificate2 Certificate { get; }

    /// <summary>Certificate and key.</summary>
    public string Pem { get; }

    public static ClientKeys Rsa(int bits = 2048)
    {
        var key = RSA.Create(bits);
        return new ClientKeys(SelfSigned(new CertificateRequest("CN=application", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pss)), key.ExportPkcs8PrivateKeyPem());
    }

    public static ClientKeys Elliptic(ECCurve? curve = null)
    {
        var key = ECDsa.Create(curve ?? ECCurve.NamedCurves.nistP256);
        return new ClientKeys(SelfSigned(new CertificateRequest("CN=application", key, HashAlgorithmName.SHA256)), key.ExportPkcs8PrivateKeyPem());
    }

    private static X509Certificate2 SelfSigned(CertificateRequest request) => request.CreateSelfSigned(DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddDays(2));
}
