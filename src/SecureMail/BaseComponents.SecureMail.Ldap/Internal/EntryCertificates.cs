using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using BaseComponents.SecureMail.Ldap.Wire;

namespace BaseComponents.SecureMail.Ldap.Internal;

/// <summary>The certificates in entries of a directory (RFC 4523 userCertificate, RFC 2798 userSMIMECertificate). An entry that does not hold the address is not the one that was asked for.</summary>
internal static class EntryCertificates
{
    private const int MaxCertificateSize = 16 * 1024;
    private const int MaxBundleSize = 128 * 1024;

    public static IReadOnlyList<RecipientCertificate> Of(IEnumerable<LdapEntry> entries, string address, int limit) =>
    [
        .. entries.Where(entry => entry.HoldsMail(address))
            .SelectMany(entry => entry.Certificates.SelectMany(Single).Concat(entry.Bundles.SelectMany(Bundle)))
            .DistinctBy(found => found.Certificate.Thumbprint).Take(limit),
    ];

    private static IEnumerable<RecipientCertificate> Single(byte[] encoded) =>
        Read(encoded, MaxCertificateSize, static bytes => new[] { new RecipientCertificate { Certificate = X509CertificateLoader.LoadCertificate(bytes) } });

    private static IEnumerable<RecipientCertificate> Bundle(byte[] encoded) => Read(encoded, MaxBundleSize, static bytes =>
    {
        var bundle = new SignedCms();
        bundle.Decode(bytes);
        var authorities = bundle.Certificates.Where(IsAuthority).ToList();
        return bundle.Certificates.Where(one => !IsAuthority(one)).Select(one => new RecipientCertificate { Certificate = one, Intermediates = authorities }).ToList();
    });

    private static IEnumerable<RecipientCertificate> Read(byte[] encoded, int limit, Func<byte[], IEnumerable<RecipientCertificate>> read)
    {
        if (encoded.Length > limit)
            return [];
        try
        {
            return read(encoded);
        }
        catch (CryptographicException)
        {
            // A value that is no certificate takes nothing away from those beside it.
            return [];
        }
    }

    private static bool IsAuthority(X509Certificate2 certificate) => certificate.Extensions.OfType<X509BasicConstraintsExtension>().Any(constraints => constraints.CertificateAuthority);
}
