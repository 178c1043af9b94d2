using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;

namespace BaseComponents.SecureMail.Internal;

/// <summary>Whether an authority signed a certificate with an algorithm that can be relied on: what is not listed is not.</summary>
internal static class CertificateSignature
{
    private const string RsassaPss = "1.2.840.113549.1.1.10";

    // RSA PKCS#1 v1.5 and ECDSA with SHA-256, SHA-384, SHA-512; Ed25519 and Ed448.
    private static readonly string[] _good =
    [
        "1.2.840.113549.1.1.11", "1.2.840.113549.1.1.12", "1.2.840.113549.1.1.13",
        "1.2.840.10045.4.3.2", "1.2.840.10045.4.3.3", "1.2.840.10045.4.3.4", "1.3.101.112", "1.3.101.113",
    ];

    private static readonly string[] _goodHashes = ["2.16.840.1.101.3.4.2.1", "2.16.840.1.101.3.4.2.2", "2.16.840.1.101.3.4.2.3"];

    public static bool IsGood(X509Certificate2 certificate) =>
        _good.Contains(certificate.SignatureAlgorithm.Value) || (certificate.SignatureAlgorithm.Value == RsassaPss && HasGoodHash(certificate.RawData));

    // RFC 4055 section 3.1: where the parameters name no hash, it is SHA-1.
    private static bool HasGoodHash(byte[] certificate)
    {
        try
        {
            var fields = new AsnReader(certificate, AsnEncodingRules.DER).ReadSequence();
            fields.ReadEncodedValue();
            var algorithm = fields.ReadSequence();
            algorithm.ReadObjectIdentifier();
            var parameters = algorithm.ReadSequence();
            var hash = new Asn1Tag(TagClass.ContextSpecific, 0);
            return parameters.HasData && parameters.PeekTag().HasSameClassAndValue(hash)
                && _goodHashes.Contains(parameters.ReadSequence(hash).ReadSequence().ReadObjectIdentifier());
        }
        catch (AsnContentException)
        {
            return false;
        }
    }
}
