using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BaseComponents.SecureMail.Testing;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Pkcs;
using Org.BouncyCastle.Security;

namespace BaseComponents.Tests.SecureMail;

/// <summary>Certificates with Ed25519 and X25519 keys, which the platform cannot make by itself, issued by a root with an RSA key.</summary>
internal static class EdwardsKey
{
    private static readonly X509Certificate2 _root = MakeRoot();

    public static string AnchorPem => _root.ExportCertificatePem();

    public static ThrowAwayMailKey Signing(string address)
    {
        var key = new Ed25519PrivateKeyParameters(new SecureRandom());
        return Issue(address, "1.3.101.112", key.GeneratePublicKey().GetEncoded(), key, X509KeyUsageFlags.DigitalSignature);
    }

    public static ThrowAwayMailKey Agreeing(string address)
    {
        var key = new X25519PrivateKeyParameters(new SecureRandom());
        return Issue(address, "1.3.101.110", key.GeneratePublicKey().GetEncoded(), key, X509KeyUsageFlags.KeyAgreement);
    }

    private static ThrowAwayMailKey Issue(string address, string kind, byte[] publicKey, AsymmetricKeyParameter key, X509KeyUsageFlags usage)
    {
        var request = new CertificateRequest(new X500DistinguishedName("CN=" + address), new PublicKey(new Oid(kind), null, new AsnEncodedData(publicKey)), HashAlgorithmName.SHA256);
        foreach (var extension in (CertificateOrder.For(address) with { Usage = usage }).Extensions())
            request.CertificateExtensions.Add(extension);
        using var issued = request.Create(
            _root.SubjectName, X509SignatureGenerator.CreateForRSA(_root.GetRSAPrivateKey()!, RSASignaturePadding.Pkcs1), _root.NotBefore, _root.NotAfter, RandomNumberGenerator.GetBytes(12));
        return new ThrowAwayMailKey(address, issued.ExportCertificatePem(), PemEncoding.WriteString("PRIVATE KEY", PrivateKeyInfoFactory.CreatePrivateKeyInfo(key).GetDerEncoded()));
    }

    private static X509Certificate2 MakeRoot()
    {
        using var key = TestKeys.Rsa(nameof(EdwardsKey));
        var request = new CertificateRequest("CN=Root of modern keys", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true));
        return request.CreateSelfSigned(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2036, 1, 1, 0, 0, 0, TimeSpan.Zero));
    }
}
