using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace BaseComponents.Tests.SecureMail.Cms;

/// <summary>Self-made certificates with keys of every kind that is written or read.</summary>
internal static class CmsKey
{
    private static readonly Dictionary<string, ECCurve> _curves = new()
    {
        ["P-256"] = ECCurve.NamedCurves.nistP256,
        ["P-384"] = ECCurve.NamedCurves.nistP384,
        ["P-521"] = ECCurve.NamedCurves.nistP521,
        ["brainpoolP256r1"] = ECCurve.NamedCurves.brainpoolP256r1,
        ["brainpoolP384r1"] = ECCurve.NamedCurves.brainpoolP384r1,
        ["brainpoolP512r1"] = ECCurve.NamedCurves.brainpoolP512r1,
    };

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, X509Certificate2> _made = new();

    public static X509Certificate2 Rsa => Of("RSA");

    /// <summary>Another key each time for another number, the same for the same.</summary>
    public static X509Certificate2 Of(string kind, int number = 0) => _made.GetOrAdd(
        kind + "/" + number, _ => _curves.TryGetValue(kind, out var curve) ? OnCurve(curve, kind + number) : WithRsa(kind + number));

    public static string Pem(X509Certificate2 certificate)
    {
        using var rsa = certificate.GetRSAPrivateKey();
        using var curve = certificate.GetECDsaPrivateKey();
        return certificate.ExportCertificatePem() + "\n" + (rsa?.ExportPkcs8PrivateKeyPem() ?? curve!.ExportPkcs8PrivateKeyPem()) + "\n";
    }

    private static X509Certificate2 WithRsa(string name)
    {
        using var key = RSA.Create(2048);
        return SelfSigned(new CertificateRequest("CN=" + name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1), X509KeyUsageFlags.KeyEncipherment);
    }

    private static X509Certificate2 OnCurve(ECCurve curve, string name)
    {
        using var key = ECDsa.Create(curve);
        return SelfSigned(new CertificateRequest("CN=" + name, key, HashAlgorithmName.SHA256), X509KeyUsageFlags.KeyAgreement);
    }

    private static X509Certificate2 SelfSigned(CertificateRequest request, X509KeyUsageFlags usage)
    {
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | usage, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddYears(1));
    }
}
