using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.X509;

namespace BaseComponents.SecureMail.Internal.Revocation;

/// <summary>Where a certificate says that its revocation can be looked up. The fetcher decides which of these addresses are called on.</summary>
internal static class RevocationAddresses
{
    private const int MaxAddresses = 4;
    private const string DistributionPoints = "2.5.29.31";

    /// <summary>Responders (RFC 5280 section 4.2.2.1).</summary>
    public static IReadOnlyList<Uri> Responders(X509Certificate2 certificate) =>
        [.. certificate.Extensions.OfType<X509AuthorityInformationAccessExtension>().SelectMany(static access => access.EnumerateOcspUris()).Select(Parsed).OfType<Uri>().Take(MaxAddresses)];

    /// <summary>Revocation lists of the issuer itself (RFC 5280 section 4.2.1.13): lists by others and for some reasons only are passed over.</summary>
    public static IReadOnlyList<Uri> Lists(X509Certificate2 certificate) => [.. ListNames(certificate).Select(Parsed).OfType<Uri>().Take(MaxAddresses)];

    /// <summary>The same as they are written, to be compared with what a list says of itself.</summary>
    public static IEnumerable<string> ListNames(X509Certificate2 certificate) =>
        Points(certificate).Where(static point => point is { CrlIssuer: null, Reasons: null, DistributionPointName: not null }).SelectMany(static point => Names(point.DistributionPointName));

    public static IEnumerable<string> Names(DistributionPointName point) => point is { Type: DistributionPointName.FullName, Name: { } name }
        ? GeneralNames.GetInstance(name).GetNames().Where(static general => general.TagNo == GeneralName.UniformResourceIdentifier).Select(static general => general.Name.ToString()!)
        : [];

    private static DistributionPoint[] Points(X509Certificate2 certificate)
    {
        if (certificate.Extensions.FirstOrDefault(static extension => extension.Oid?.Value == DistributionPoints)?.RawData is not { } encoded)
            return [];
        try
        {
            return CrlDistPoint.GetInstance(Asn1Object.FromByteArray(encoded)).GetDistributionPoints();
        }
        catch (Exception exception) when (exception is IOException or ArgumentException)
        {
            throw new CryptographicException("The distribution points cannot be read.", exception);
        }
    }

    private static Uri? Parsed(string address) => Uri.TryCreate(address, UriKind.Absolute, out var parsed) ? parsed : null;
}
