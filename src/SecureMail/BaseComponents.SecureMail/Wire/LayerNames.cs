using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BaseComponents.SecureMail.Wire.Cms;
using BaseComponents.SecureMail.Wire.Cms.Enveloped;
using BaseComponents.SecureMail.Wire.Cms.Signed;

namespace BaseComponents.SecureMail.Wire;

/// <summary>Layers in words. What has no usual name keeps its object identifier.</summary>
internal static class LayerNames
{
    public static MailLayer Of(Envelope envelope) => new MailLayer.Encryption(
        $"AES-{envelope.Cipher.KeyLength * 8}-{(envelope.Cipher.IsAuthenticated ? "GCM" : "CBC")}",
        envelope.Cipher.IsAuthenticated,
        [.. envelope.Recipients.Select(recipient => new MailRecipient(Of(recipient.Reference), Of(recipient)))]);

    public static MailLayer Of(CmsSignatures signatures, bool isDetached) => new MailLayer.Signature(
        isDetached, [.. signatures.Signers.Select(signature => new MailSigner(Of(signature.Signer.Reference), Algorithm(signature.Signer.Digest.Oid), Algorithm(signature.Signer.Algorithm.Oid), IsIntact(signature)))]);

    private static bool? IsIntact(CmsSignature signature) => signature.State is SignatureState.Unchecked ? null : signature.State is SignatureState.Intact;

    private static string Of(RecipientEntry recipient) => recipient is KeyAgreementEntry agreed ? $"{(agreed.Agreement.IsX25519 ? "X25519" : "ECDH")}, {Algorithm(recipient.AlgorithmOid)}" : recipient.AlgorithmOid switch
    {
        CmsOids.Rsa => "RSA PKCS #1 v1.5",
        var oid => Algorithm(oid),
    };

    private static string Of(CertificateReference reference) => reference.Issuer.IsEmpty
        ? $"key identifier {Convert.ToHexString(reference.KeyIdentifier.Span)}"
        : $"issuer {Issuer(reference.Issuer)}, serial {Convert.ToHexString(reference.Serial.Span)}";

    private static string Issuer(ReadOnlyMemory<byte> name)
    {
        try
        {
            return new X500DistinguishedName(name.Span).Name;
        }
        catch (Exception exception) when (exception is CryptographicException or AsnContentException)
        {
            return Convert.ToHexString(name.Span[..Math.Min(64, name.Length)]);
        }
    }

    private static string Algorithm(string oid) => oid switch
    {
        CmsOids.Sha1 => "SHA-1",
        CmsOids.Sha256 => "SHA-256",
        CmsOids.Sha384 => "SHA-384",
        CmsOids.Sha512 => "SHA-512",
        CmsOids.Rsa or CmsOids.RsaWithSha256 or CmsOids.RsaWithSha384 or CmsOids.RsaWithSha512 => "RSA",
        CmsOids.RsaesOaep => "RSA-OAEP",
        CmsOids.RsassaPss => "RSASSA-PSS",
        CmsOids.EcdsaWithSha256 or CmsOids.EcdsaWithSha384 or CmsOids.EcdsaWithSha512 => "ECDSA",
        CmsOids.Ed25519 => "Ed25519",
        "2.16.840.1.101.3.4.1.5" => "AES-128 key wrap",
        "2.16.840.1.101.3.4.1.25" => "AES-192 key wrap",
        "2.16.840.1.101.3.4.1.45" => "AES-256 key wrap",
        _ => oid,
    };
}
