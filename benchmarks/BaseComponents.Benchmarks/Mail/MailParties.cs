using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace BaseComponents.Benchmarks.Mail;

/// <summary>An authority and two mailboxes with keys of one kind, made for one run.</summary>
internal sealed class MailParties
{
    public const string Sender = "absender@beispielstadt.example";
    public const string Recipient = "amt@beispielstadt.example";
    private const string EmailProtection = "1.3.6.1.5.5.7.3.4";

    private MailParties(Func<AsymmetricAlgorithm> key)
    {
        using var root = RSA.Create(3072);
        var request = new CertificateRequest("CN=Measurement", root, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true));
        using var authority = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(30));
        AuthorityPem = authority.ExportCertificatePem();
        (SenderPem, RecipientPem) = (Issue(authority, Sender, key()), Issue(authority, Recipient, key()));
    }

    public string AuthorityPem { get; }

    /// <summary>Certificate and private key.</summary>
    public string SenderPem { get; }

    /// <summary>Certificate and private key.</summary>
    public string RecipientPem { get; }

    public static MailParties Rsa() => new(static () => RSA.Create(3072));

    public static MailParties P256() => new(static () => ECDsa.Create(ECCurve.NamedCurves.nistP256));

    public X509Certificate2 SenderCertificate() => X509Certificate2.CreateFromPem(SenderPem, SenderPem);

    public X509Certificate2 RecipientCertificate() => X509Certificate2.CreateFromPem(RecipientPem, RecipientPem);

    /// <summary>Settings that seal for the recipient and open as the recipient.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Settings() => new Dictionary<string, string?>
    {
        ["Environment"] = "Test",
        ["Smtp:Host"] = "mail.beispielstadt.example",
        ["Sender:Address"] = Sender,
        ["Sender:Certificate:Pem"] = SenderPem,
        ["Sender:Certificate:KeyPem"] = SenderPem,
        ["TrustAnchorsPem"] = AuthorityPem,
        ["Recipients:0:Address"] = Recipient,
        ["Recipients:0:CertificatePem"] = RecipientPem,
        ["Recipients:0:KeyTransport"] = "Oaep",
        ["Recipients:0:ContentEncryption"] = "Gcm",
        ["DecryptionKeys:0:Pem"] = RecipientPem,
        ["DecryptionKeys:0:KeyPem"] = RecipientPem,
        ["Limits:MaxMessageSize"] = "4000000000",
        ["Limits:MaxIncomingSize"] = "4000000000",
    }.Select(static setting => KeyValuePair.Create("BaseComponents:SecureMail:" + setting.Key, setting.Value));

    private static string Issue(X509Certificate2 authority, string address, AsymmetricAlgorithm key)
    {
        using (key)
        {
            var name = new X500DistinguishedName("CN=" + address);
            var request = key is RSA rsa
                ? new CertificateRequest(name, rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
                : new CertificateRequest(name, (ECDsa)key, HashAlgorithmName.SHA256);
            var names = new SubjectAlternativeNameBuilder();
            names.AddEmailAddress(address);
            request.CertificateExtensions.Add(names.Build());
            request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | (key is RSA ? X509KeyUsageFlags.KeyEncipherment : X509KeyUsageFlags.KeyAgreement), critical: true));
            request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(EmailProtection)], critical: false));
            using var signer = authority.GetRSAPrivateKey()!;
            var certificate = request.Create(authority.SubjectName, X509SignatureGenerator.CreateForRSA(signer, RSASignaturePadding.Pkcs1), authority.NotBefore, authority.NotAfter, RandomNumberGenerator.GetBytes(16));
            return $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n";
        }
    }
}
