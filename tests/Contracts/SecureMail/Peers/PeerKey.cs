using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Pkcs;
using Org.BouncyCastle.Security;

namespace BaseComponents.Tests.Contracts.SecureMail.Peers;

/// <summary>A certificate for mail with its key, in the forms that programs take. Made once for each kind and owner.</summary>
internal sealed class PeerKey
{
    public const string City = "stadt.example";
    public const string Citizen = "haus.example";
    public const string Password = "geheim";

    private static readonly Lazy<X509Certificate2> _root = new(MakeRoot);
    private static readonly ConcurrentDictionary<(string, string), PeerKey> _made = new();

    private PeerKey(string kind, string owner)
    {
        // Programs find certificates by their address, so each has its own.
        var address = $"{kind.ToLowerInvariant()}@{owner}";
        var (publicKey, keyPem, usage) = Make(kind);
        using var issued = Issue(address, publicKey, usage);
        (Kind, Address, CertificatePem, KeyPem) = (kind, address, issued.ExportCertificatePem(), keyPem);
    }

    public static string RootPem => _root.Value.ExportCertificatePem();

    public static string RootFingerprint => _root.Value.GetCertHashString(HashAlgorithmName.SHA1);

    public string Kind { get; }

    public string Address { get; }

    public string CertificatePem { get; }

    public string KeyPem { get; }

    /// <summary>Certificate, key and root.</summary>
    /// <exception cref="PeerCannotException">The platform makes no such file of this key.</exception>
    public byte[] Pkcs12()
    {
        try
        {
            using var own = X509Certificate2.CreateFromPem(CertificatePem, KeyPem);
            return new X509Certificate2Collection { own, _root.Value }.Export(X509ContentType.Pkcs12, Password)!;
        }
        catch (CryptographicException exception)
        {
            throw new PeerCannotException(exception.Message);
        }
    }

    public string Pem => CertificatePem + "\n" + KeyPem + "\n";

    /// <param name="kind">RSA, Ed25519, X25519, or the name of a curve.</param>
    /// <param name="owner">Whose it is.</param>
    public static PeerKey Of(string kind, string owner) => _made.GetOrAdd((kind, owner), static one => new PeerKey(one.Item1, one.Item2));

    private static X509Certificate2 MakeRoot()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=Authority of peers", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-2), DateTimeOffset.UtcNow.AddYears(1));
    }

    private static (PublicKey Public, string KeyPem, X509KeyUsageFlags Usage) Make(string kind)
    {
        const X509KeyUsageFlags Sign = X509KeyUsageFlags.DigitalSignature;
        switch (kind)
        {
            case "Ed25519":
                var signing = new Ed25519PrivateKeyParameters(new SecureRandom());
                return (Public("1.3.101.112", signing.GeneratePublicKey().GetEncoded()), TextOf(signing), Sign);
            case "X25519":
                var agreeing = new X25519PrivateKeyParameters(new SecureRandom());
                return (Public("1.3.101.110", agreeing.GeneratePublicKey().GetEncoded()), TextOf(agreeing), X509KeyUsageFlags.KeyAgreement);
            case "RSA":
                using (var rsa = RSA.Create(2048))
                    return (new PublicKey(rsa), rsa.ExportPkcs8PrivateKeyPem(), Sign | X509KeyUsageFlags.KeyEncipherment);
            default:
                using (var curve = ECDsa.Create(ECCurve.CreateFromFriendlyName(kind)))
                    return (new PublicKey(curve), curve.ExportPkcs8PrivateKeyPem(), Sign | X509KeyUsageFlags.KeyAgreement);
        }
    }

    private static PublicKey Public(string kind, byte[] key) => new(new Oid(kind), null, new AsnEncodedData(key));

    private static string TextOf(AsymmetricKeyParameter key) => PemEncoding.WriteString("PRIVATE KEY", PrivateKeyInfoFactory.CreatePrivateKeyInfo(key).GetDerEncoded());

    private static X509Certificate2 Issue(string address, PublicKey key, X509KeyUsageFlags usage)
    {
        var request = new CertificateRequest(new X500DistinguishedName($"CN={address}"), key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddEmailAddress(address);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(usage, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.4")], critical: false));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        return request.Create(_root.Value.SubjectName, X509SignatureGenerator.CreateForRSA(_root.Value.GetRSAPrivateKey()!, RSASignaturePadding.Pkcs1), DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(300), RandomNumberGenerator.GetBytes(12));
    }
}
