using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

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
        using AsymmetricAlgorithm key = kind == "RSA" ? RSA.Create(2048) : ECDsa.Create(ECCurve.CreateFromFriendlyName(kind));
        using var issued = Issue(address, key);
        (Kind, Address, CertificatePem, KeyPem) = (kind, address, issued.ExportCertificatePem(), key.ExportPkcs8PrivateKeyPem());
        using var own = X509Certificate2.CreateFromPem(CertificatePem, KeyPem);
        Pkcs12 = new X509Certificate2Collection { own, _root.Value }.Export(X509ContentType.Pkcs12, Password)!;
    }

    public static string RootPem => _root.Value.ExportCertificatePem();

    public static string RootFingerprint => _root.Value.GetCertHashString(HashAlgorithmName.SHA1);

    public string Kind { get; }

    public string Address { get; }

    public string CertificatePem { get; }

    public string KeyPem { get; }

    /// <summary>Certificate, key and root.</summary>
    public byte[] Pkcs12 { get; }

    public string Pem => CertificatePem + "\n" + KeyPem + "\n";

    /// <param name="kind">RSA, or the name of a curve.</param>
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

    private static X509Certificate2 Issue(string address, AsymmetricAlgorithm key)
    {
        var subject = new X500DistinguishedName($"CN={address}");
        var request = key is RSA rsa ? new CertificateRequest(subject, rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1) : new CertificateRequest(subject, (ECDsa)key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddEmailAddress(address);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | (key is RSA ? X509KeyUsageFlags.KeyEncipherment : X509KeyUsageFlags.KeyAgreement), critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.4")], critical: false));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        return request.Create(_root.Value.SubjectName, X509SignatureGenerator.CreateForRSA(_root.Value.GetRSAPrivateKey()!, RSASignaturePadding.Pkcs1), DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(300), RandomNumberGenerator.GetBytes(12));
    }
}
