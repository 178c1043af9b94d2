using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;

namespace BaseComponents.SecureMail.Wire.Cms;

/// <summary>Checks the signatures of SignedData against the content. Who signed, and whether that is trusted, is judged elsewhere.</summary>
internal static class CmsVerification
{
    private const int MaxSigners = 16;
    private const int MaxCertificates = 64;
    private static readonly string[] _digests = [CmsOids.Sha256, CmsOids.Sha384, CmsOids.Sha512];

    // RSA (named with or without its hash), RSASSA-PSS, ECDSA. Of others nothing can be said, least of all that the mail was changed.
    private static readonly string[] _signatures =
    [
        "1.2.840.113549.1.1.1", "1.2.840.113549.1.1.11", "1.2.840.113549.1.1.12", "1.2.840.113549.1.1.13", "1.2.840.113549.1.1.10",
        "1.2.840.10045.4.3.2", "1.2.840.10045.4.3.3", "1.2.840.10045.4.3.4",
    ];

    public static CmsSignatures Verify(byte[] message, byte[]? detachedContent)
    {
        try
        {
            return Read(Decode(message, detachedContent));
        }
        catch (CryptographicException exception)
        {
            // Certificates and attributes are decoded when they are looked at, and fail then.
            throw new CmsException(CmsProblem.Malformed, exception);
        }
    }

    private static CmsSignatures Read(SignedCms signed)
    {
        var signers = signed.SignerInfos.Cast<SignerInfo>().ToList();
        if (signers.Count > MaxSigners || signed.Certificates.Count > MaxCertificates)
            throw new CmsException(CmsProblem.Malformed);
        var broken = signers.Where(signer => !IsIntact(signer)).ToList();
        return new CmsSignatures(
            signed.ContentInfo.Content,
            HasSigners: signers.Count > 0,
            AreIntact: broken.Count == 0,
            AreAcceptable: signers.All(IsAcceptable) && !broken.Any(signer => PssSalt.MayBeUnusual(signer, signed.ContentInfo.Content)),
            [.. signers.Where(signer => signer.Certificate is not null).Select(signer => new CmsSignature(signer.Certificate!, TimeOf(signer)))],
            [.. signed.Certificates]);
    }

    private static SignedCms Decode(byte[] message, byte[]? detachedContent)
    {
        var signed = detachedContent is null ? new SignedCms() : new SignedCms(new ContentInfo(detachedContent), detached: true);
        signed.Decode(message);
        // A message that brings content of its own beside the detached one would be checked against the wrong bytes.
        if (detachedContent is not null && !signed.Detached)
            throw new CmsException(CmsProblem.Malformed);
        return signed;
    }

    private static bool IsIntact(SignerInfo signer)
    {
        // A signer without its certificate cannot be checked; that is an unknown signer, not a broken mail.
        if (signer.Certificate is null)
            return true;
        try
        {
            signer.CheckSignature(verifySignatureOnly: true);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    // Without signed attributes the same signature could be read as one over other content.
    private static bool IsAcceptable(SignerInfo signer) =>
        _digests.Contains(signer.DigestAlgorithm.Value) && _signatures.Contains(signer.SignatureAlgorithm.Value)
        && Attribute(signer, CmsOids.ContentType) is Pkcs9ContentType { ContentType.Value: CmsOids.Data };

    private static DateTimeOffset? TimeOf(SignerInfo signer) =>
        Attribute(signer, CmsOids.SigningTime) is Pkcs9SigningTime time ? new DateTimeOffset(time.SigningTime.ToUniversalTime()) : null;

    private static AsnEncodedData? Attribute(SignerInfo signer, string oid) => signer.SignedAttributes.Cast<CryptographicAttributeObject>()
        .Where(attribute => attribute.Oid.Value == oid)
        .SelectMany(attribute => attribute.Values.Cast<AsnEncodedData>())
        .FirstOrDefault();
}
