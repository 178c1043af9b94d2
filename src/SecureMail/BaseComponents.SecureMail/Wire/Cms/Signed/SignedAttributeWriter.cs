using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace BaseComponents.SecureMail.Wire.Cms.Signed;

/// <summary>
/// What a signature covers beside the content's hash (RFC 5652 section 11, RFC 6211, RFC 5035): type, time, its own algorithms, and the certificate, so that none of them can be
/// exchanged.
/// </summary>
internal static class SignedAttributeWriter
{
    private const int LastYearOfUtcTime = 2049;

    /// <summary>The set, encoded as it is signed.</summary>
    public static byte[] Write(CmsSigning signing, SignatureScheme scheme, byte[] digest)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSetOf())
        {
            Write(writer, CmsOids.ContentType, () => writer.WriteObjectIdentifier(CmsOids.Data));
            Write(writer, CmsOids.MessageDigest, () => writer.WriteOctetString(digest));
            Write(writer, CmsOids.SigningTime, () => WriteTime(writer, signing.Time));
            Write(writer, CmsOids.AlgorithmProtection, () => WriteAlgorithms(writer, scheme));
            Write(writer, CmsOids.SigningCertificateV2, () => WriteCertificate(writer, signing.Certificate));
        }

        return writer.Encode();
    }

    private static void Write(AsnWriter writer, string type, Action value)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(type);
            using (writer.PushSetOf())
                value();
        }
    }

    private static void WriteTime(AsnWriter writer, DateTimeOffset time)
    {
        if (time.UtcDateTime.Year <= LastYearOfUtcTime)
            writer.WriteUtcTime(time.ToUniversalTime(), LastYearOfUtcTime);
        else
            writer.WriteGeneralizedTime(time.ToUniversalTime(), omitFractionalSeconds: true);
    }

    private static void WriteAlgorithms(AsnWriter writer, SignatureScheme scheme)
    {
        using (writer.PushSequence())
        {
            scheme.Digest.Write(writer);
            scheme.Algorithm.Write(writer, new Asn1Tag(TagClass.ContextSpecific, 1));
        }
    }

    // The hash algorithm is left out where it is SHA-256, its default.
    private static void WriteCertificate(AsnWriter writer, X509Certificate2 certificate)
    {
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            writer.WriteOctetString(SHA256.HashData(certificate.RawDataMemory.Span));
        }
    }
}
