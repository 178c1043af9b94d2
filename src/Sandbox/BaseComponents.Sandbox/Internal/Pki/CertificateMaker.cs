using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace BaseComponents.Sandbox.Internal.Pki;

/// <summary>
/// Makes certificates with the extensions their purpose asks for (RFC 5280): over P-256 for connections and the authority itself, since such a key takes no
/// time to make and the Sandbox starts with every test; over RSA for mail, since not every mail program reads elliptic curves, and for log-ins by SAML, which
/// know nothing else.
/// </summary>
internal static class CertificateMaker
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";
    private const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";
    private const string EmailProtection = "1.3.6.1.5.5.7.3.4";
    private const string TimeStamping = "1.3.6.1.5.5.7.3.8";
    private const string OcspSigning = "1.3.6.1.5.5.7.3.9";

    public static X509Certificate2 Make(CertificateShape shape, X509Certificate2? issuer, RsaKeys keys, DateTimeOffset now) => shape.Use is CertificateUse.Mail or CertificateUse.Saml
        ? MakeRsa(shape, issuer!, keys, now)
        : MakeEc(shape, issuer, now);

    /// <summary>What signs certificates of this issuer.</summary>
    public static X509SignatureGenerator SignerOf(X509Certificate2 issuer) => X509SignatureGenerator.CreateForECDsa(issuer.GetECDsaPrivateKey()!);

    private static X509Certificate2 MakeRsa(CertificateShape shape, X509Certificate2 issuer, RsaKeys keys, DateTimeOffset now)
    {
        using var key = keys.Draw(shape.KeySize);
        using var certificate = Issue(new CertificateRequest(Name(shape), key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1), shape, issuer, now);
        return certificate.CopyWithPrivateKey(key);
    }

    private static X509Certificate2 MakeEc(CertificateShape shape, X509Certificate2? issuer, DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(Name(shape), key, HashAlgorithmName.SHA256);
        if (issuer is null)
            return SelfSign(request, shape, now);
        using var certificate = Issue(request, shape, issuer, now);
        return certificate.CopyWithPrivateKey(key);
    }

    private static X509Certificate2 SelfSign(CertificateRequest request, CertificateShape shape, DateTimeOffset now)
    {
        Extend(request, shape, issuer: null);
        return request.CreateSelfSigned(now + shape.ValidFrom, now + shape.ValidFrom + shape.ValidFor);
    }

    private static X509Certificate2 Issue(CertificateRequest request, CertificateShape shape, X509Certificate2 issuer, DateTimeOffset now)
    {
        Extend(request, shape, issuer);
        var from = now + shape.ValidFrom;
        return request.Create(issuer.SubjectName, SignerOf(issuer), from, from + shape.ValidFor, RandomNumberGenerator.GetBytes(16));
    }

    private static void Extend(CertificateRequest request, CertificateShape shape, X509Certificate2? issuer)
    {
        foreach (var extension in Extensions(shape, request, issuer))
            request.CertificateExtensions.Add(extension);
    }

    private static X500DistinguishedName Name(CertificateShape shape) => new($"CN={shape.CommonName}");

    private static IEnumerable<X509Extension> Extensions(CertificateShape shape, CertificateRequest request, X509Certificate2? issuer)
    {
        var isAuthority = shape.Use is CertificateUse.Authority;
        yield return new X509BasicConstraintsExtension(isAuthority, false, 0, critical: true);
        yield return new X509KeyUsageExtension(KeyUsage(shape.Use), critical: true);
        yield return new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false);
        if (issuer is not null)
            yield return X509AuthorityKeyIdentifierExtension.CreateFromCertificate(issuer, includeKeyIdentifier: true, includeIssuerAndSerial: false);
        if (ExtendedUsage(shape.Use) is { } usage)
            yield return new X509EnhancedKeyUsageExtension([new Oid(usage)], critical: shape.Use is CertificateUse.TimeStamps);
        foreach (var extension in shape.Revocation?.Extensions() ?? [])
            yield return extension;
        if (AlternativeName(shape) is { } name)
            yield return name;
    }

    // A key on a curve enciphers no key: TLS signs with it.
    private static X509KeyUsageFlags KeyUsage(CertificateUse use) => use switch
    {
        CertificateUse.Authority => X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign,
        CertificateUse.Mail or CertificateUse.Saml => X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyEncipherment,
        _ => X509KeyUsageFlags.DigitalSignature,
    };

    private static string? ExtendedUsage(CertificateUse use) => use switch
    {
        CertificateUse.Server => ServerAuthentication,
        CertificateUse.Client => ClientAuthentication,
        CertificateUse.Mail => EmailProtection,
        CertificateUse.TimeStamps => TimeStamping,
        CertificateUse.Responder => OcspSigning,
        _ => null,
    };

    private static X509Extension? AlternativeName(CertificateShape shape)
    {
        var names = new SubjectAlternativeNameBuilder();
        if (shape.Use is CertificateUse.Server)
        {
            names.AddIpAddress(IPAddress.Loopback);
            names.AddDnsName("localhost");
        }
        else if (shape.MailAddress is { } address)
        {
            names.AddEmailAddress(address);
        }
        else
        {
            return null;
        }

        return names.Build();
    }
}
