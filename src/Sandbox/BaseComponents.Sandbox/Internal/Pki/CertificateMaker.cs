using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace BaseComponents.Sandbox.Internal.Pki;

/// <summary>Makes RSA-3072 certificates with the extensions their purpose asks for (RFC 5280).</summary>
internal static class CertificateMaker
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";
    private const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";
    private const string EmailProtection = "1.3.6.1.5.5.7.3.4";

    public static X509Certificate2 Make(CertificateShape shape, X509Certificate2? issuer, DateTimeOffset now)
    {
        using var key = RSA.Create(3072);
        var request = new CertificateRequest($"CN={shape.CommonName}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        foreach (var extension in Extensions(shape, request, issuer))
            request.CertificateExtensions.Add(extension);

        var from = now + shape.ValidFrom;
        var until = from + shape.ValidFor;
        if (issuer is null)
            return request.CreateSelfSigned(from, until);
        using var certificate = request.Create(issuer, from, until, RandomNumberGenerator.GetBytes(16));
        return certificate.CopyWithPrivateKey(key);
    }

    private static IEnumerable<X509Extension> Extensions(CertificateShape shape, CertificateRequest request, X509Certificate2? issuer)
    {
        var isAuthority = shape.Use is CertificateUse.Authority;
        yield return new X509BasicConstraintsExtension(isAuthority, false, 0, critical: true);
        yield return new X509KeyUsageExtension(KeyUsage(shape.Use), critical: true);
        yield return new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false);
        if (issuer is not null)
            yield return X509AuthorityKeyIdentifierExtension.CreateFromCertificate(issuer, includeKeyIdentifier: true, includeIssuerAndSerial: false);
        if (ExtendedUsage(shape.Use) is { } usage)
            yield return new X509EnhancedKeyUsageExtension([new Oid(usage)], critical: false);
        if (AlternativeName(shape) is { } name)
            yield return name;
    }

    private static X509KeyUsageFlags KeyUsage(CertificateUse use) => use is CertificateUse.Authority
        ? X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign
        : X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyEncipherment;

    private static string? ExtendedUsage(CertificateUse use) => use switch
    {
        CertificateUse.Server => ServerAuthentication,
        CertificateUse.Client => ClientAuthentication,
        CertificateUse.Mail => EmailProtection,
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
