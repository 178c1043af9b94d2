using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace BaseComponents.SecureMail.Wire.Cms.Signed;

/// <summary>Whether one signature, its attributes and the content belong together.</summary>
internal static class SignerCheck
{
    /// <param name="signer">What came.</param>
    /// <param name="certificates">Those that came along.</param>
    /// <param name="digests">Of the content.</param>
    /// <param name="contentType">What the content is.</param>
    /// <param name="wanted">What it must be.</param>
    public static CmsSignature Check(CmsSigner signer, IReadOnlyList<X509Certificate2> certificates, ContentDigests digests, string contentType, string wanted)
    {
        var certificate = certificates.FirstOrDefault(signer.Reference.Names);
        var scheme = VerificationScheme.Find(signer.Algorithm, signer.Digest.Oid);
        var digest = digests.Find(signer.Digest.Oid);
        // Without signed attributes the same signature could be read as one over other content.
        var isAcceptable = scheme is not null && digest is not null && contentType == wanted && ClaimsType(signer.Attributes, contentType);
        var state = certificate is null || scheme is null || digest is null || (signer.Attributes is null && !scheme.NeedsHashOnly)
            ? SignatureState.Unchecked
            : IsIntact(signer, certificate, scheme, digest) ? SignatureState.Intact : SignatureState.Broken;
        return new CmsSignature(certificate, state, isAcceptable, signer.Attributes?.Find<DateTimeOffset?>(CmsOids.SigningTime, ReadTime), signer);
    }

    private static bool ClaimsType(SignedAttributes? attributes, string contentType) =>
        attributes?.Find(CmsOids.ContentType, value => value.ReadObjectIdentifier()) == contentType;

    private static bool IsIntact(CmsSigner signer, X509Certificate2 certificate, VerificationScheme scheme, byte[] digest)
    {
        if (signer.Attributes is not { } attributes)
            return scheme.VerifyHash(certificate, digest, signer.Signature);
        return attributes.Find(CmsOids.MessageDigest, value => value.ReadOctetString()) is { } claimed && CryptographicOperations.FixedTimeEquals(claimed, digest)
            && NamesOwnAlgorithms(attributes, signer) && NamesOwnCertificate(attributes, certificate)
            && scheme.VerifyData(certificate, attributes.Encoded, signer.Signature);
    }

    // RFC 6211: where the attribute is there, it must say the same as the fields, which nothing protects.
    private static bool NamesOwnAlgorithms(SignedAttributes attributes, CmsSigner signer) =>
        !attributes.Has(CmsOids.AlgorithmProtection) || attributes.Find(CmsOids.AlgorithmProtection, value =>
        {
            var fields = value.ReadSequence();
            var digest = AlgorithmIdentifier.Read(fields);
            var algorithm = fields.HasData ? AlgorithmIdentifier.Read(fields, new Asn1Tag(TagClass.ContextSpecific, 1)) : default;
            return digest.IsSame(signer.Digest) && algorithm.IsSame(signer.Algorithm) && !fields.HasData;
        });

    // RFC 5035 section 3: the first entry names the signer's certificate, so that no other one with the same key takes its place.
    private static bool NamesOwnCertificate(SignedAttributes attributes, X509Certificate2 certificate) =>
        !attributes.Has(CmsOids.SigningCertificateV2) || attributes.Find(CmsOids.SigningCertificateV2, value =>
        {
            var first = value.ReadSequence().ReadSequence().ReadSequence();
            var hash = first.PeekTag().HasSameClassAndValue(Asn1Tag.Sequence) ? AlgorithmIdentifier.Read(first).Oid : CmsOids.Sha256;
            return CmsHash.Find(hash) is { } name
                && CryptographicOperations.FixedTimeEquals(CryptographicOperations.HashData(name, certificate.RawData), first.ReadOctetString());
        });

    private static DateTimeOffset? ReadTime(AsnReader value) =>
        value.PeekTag().HasSameClassAndValue(Asn1Tag.UtcTime) ? value.ReadUtcTime() : value.ReadGeneralizedTime();
}
