using System.Security.Cryptography.X509Certificates;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.X509;
using Org.BouncyCastle.X509.Extension;

namespace BaseComponents.SecureMail.Internal.Revocation;

/// <summary>
/// Which certificates a list speaks of (RFC 5280 section 5.2.5). One of changes only, of some reasons, or of other certificates would pass a revoked one off as good.
/// </summary>
internal static class ListScope
{
    public static bool Covers(X509Crl list, X509Certificate2 certificate)
    {
        foreach (string oid in list.GetCriticalExtensionOids() ?? new HashSet<string>())
        {
            if (oid != X509Extensions.IssuingDistributionPoint.Id)
                return false;
        }

        return list.GetExtensionValue(X509Extensions.IssuingDistributionPoint) is not { } value
            || IsFor(IssuingDistributionPoint.GetInstance(X509ExtensionUtilities.FromExtensionValue(value)), certificate);
    }

    private static bool IsFor(IssuingDistributionPoint scope, X509Certificate2 certificate)
    {
        if (scope is { IsIndirectCrl: true } or { OnlyContainsAttributeCerts: true } or { OnlySomeReasons: not null })
            return false;
        var isAuthority = certificate.Extensions.OfType<X509BasicConstraintsExtension>().Any(static constraints => constraints.CertificateAuthority);
        if (isAuthority ? scope.OnlyContainsUserCerts : scope.OnlyContainsCACerts)
            return false;
        // One part of many: it must be the part that the certificate names.
        return scope.DistributionPoint is not { } point || RevocationAddresses.Names(point).Intersect(RevocationAddresses.ListNames(certificate), StringComparer.Ordinal).Any();
    }
}
