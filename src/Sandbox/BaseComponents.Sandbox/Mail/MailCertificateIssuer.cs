using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BaseComponents.Sandbox.Internal.Pki;

namespace BaseComponents.Sandbox.Mail;

/// <summary>Issues certificates for mailboxes over one key (RFC 5280, RFC 8550).</summary>
internal sealed class MailCertificateIssuer : IDisposable
{
    private const string EmailProtection = "1.3.6.1.5.5.7.3.4";
    private const string SmimeCapabilities = "1.2.840.113549.1.9.15";
    private const string Aes256Cbc = "2.16.840.1.101.3.4.1.42";
    private const string Aes256Gcm = "2.16.840.1.101.3.4.1.46";
    private const string RsaesOaep = "1.2.840.113549.1.1.7";
    private readonly X509Certificate2 _issuer;
    private readonly RevocationPlaces _places;
    private readonly X509SignatureGenerator _signer;
    private readonly RSA _key = RSA.Create();
    private readonly DateTimeOffset _now;

    public MailCertificateIssuer(X509Certificate2 issuer, string keyPem, RevocationPlaces places, DateTimeOffset now)
    {
        (_issuer, _signer, _places, _now) = (issuer, CertificateMaker.SignerOf(issuer), places, now);
        _key.ImportFromPem(keyPem);
    }

    public string Issue(string address, bool readsOaep) => Issue(address, readsOaep, _now.AddHours(-1), _now.AddDays(825));

    public string IssueExpired(string address) => Issue(address, readsOaep: false, _now.AddDays(-60), _now.AddDays(-1));

    /// <summary>For a key on a curve, whose holder reads AES-256-GCM.</summary>
    public string Issue(string address, ECDsa key) =>
        Issue(address, name => new CertificateRequest(name, key, HashAlgorithmName.SHA256), X509KeyUsageFlags.KeyAgreement, [Aes256Gcm, Aes256Cbc], _now.AddHours(-1), _now.AddDays(825));

    public void Dispose() => _key.Dispose();

    private string Issue(string address, bool readsOaep, DateTimeOffset from, DateTimeOffset until) => Issue(
        address, name => new CertificateRequest(name, _key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1), X509KeyUsageFlags.KeyEncipherment, readsOaep ? [Aes256Cbc, RsaesOaep] : [], from, until);

    private string Issue(string address, Func<X500DistinguishedName, CertificateRequest> begin, X509KeyUsageFlags encryption, string[] capabilities, DateTimeOffset from, DateTimeOffset until)
    {
        var name = new X500DistinguishedNameBuilder();
        name.AddCommonName(address);
        name.AddOrganizationName("BaseComponents Sandbox");
        var request = begin(name.Build());
        foreach (var extension in Extensions(request.PublicKey, address, encryption))
            request.CertificateExtensions.Add(extension);
        if (capabilities.Length > 0)
            request.CertificateExtensions.Add(new X509Extension(SmimeCapabilities, Capabilities(capabilities), critical: false));
        // By name and generator, since the shorter way refuses a certificate that is older than its issuer, and the expired one is.
        using var certificate = request.Create(_issuer.SubjectName, _signer, from, until, RandomNumberGenerator.GetBytes(16));
        return certificate.ExportCertificatePem();
    }

    private IEnumerable<X509Extension> Extensions(PublicKey key, string address, X509KeyUsageFlags encryption)
    {
        var names = new SubjectAlternativeNameBuilder();
        names.AddEmailAddress(address);
        yield return new X509BasicConstraintsExtension(false, false, 0, critical: true);
        yield return new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | encryption, critical: true);
        yield return new X509EnhancedKeyUsageExtension([new Oid(EmailProtection)], critical: false);
        yield return new X509SubjectKeyIdentifierExtension(key, critical: false);
        yield return X509AuthorityKeyIdentifierExtension.CreateFromCertificate(_issuer, includeKeyIdentifier: true, includeIssuerAndSerial: false);
        yield return names.Build();
        foreach (var extension in _places.Extensions())
            yield return extension;
    }

    // RFC 4262: a sequence of algorithm identifiers.
    private static byte[] Capabilities(string[] algorithms)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            foreach (var algorithm in algorithms)
            {
                using (writer.PushSequence())
                    writer.WriteObjectIdentifier(algorithm);
            }
        }

        return writer.Encode();
    }
}
