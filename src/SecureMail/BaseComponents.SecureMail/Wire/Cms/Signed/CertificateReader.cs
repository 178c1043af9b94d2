using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace BaseComponents.SecureMail.Wire.Cms.Signed;

/// <summary>The certificates that come with a message. Other kinds than X.509 (RFC 5652 section 10.2.2) are passed over.</summary>
internal static class CertificateReader
{
    private const int MaxCertificates = 64;

    public static IReadOnlyList<X509Certificate2> Read(byte[]? encoded)
    {
        var certificates = new List<X509Certificate2>();
        if (encoded is null)
            return certificates;
        var all = new AsnReader(encoded, AsnEncodingRules.BER).ReadSetOf(skipSortOrderValidation: true, new Asn1Tag(TagClass.ContextSpecific, 0));
        while (all.HasData)
        {
            if (certificates.Count == MaxCertificates)
                throw new CmsException(CmsProblem.Malformed);
            var isCertificate = all.PeekTag().HasSameClassAndValue(Asn1Tag.Sequence);
            var value = all.ReadEncodedValue();
            if (isCertificate)
                certificates.Add(Load(value.Span));
        }

        return certificates;
    }

    private static X509Certificate2 Load(ReadOnlySpan<byte> certificate)
    {
        try
        {
            return X509CertificateLoader.LoadCertificate(certificate);
        }
        catch (CryptographicException exception)
        {
            throw new CmsException(CmsProblem.Malformed, exception);
        }
    }
}
