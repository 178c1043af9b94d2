using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BaseComponents.SecureMail.Internal.Keys;

namespace BaseComponents.SecureMail.Wire.Cms.Signed;

/// <summary>Hash and signature algorithm that a certificate's key signs with.</summary>
internal sealed record SignatureScheme(HashAlgorithmName Hash, AlgorithmIdentifier Algorithm, RSASignaturePadding? Padding)
{
    public AlgorithmIdentifier Digest => AlgorithmIdentifier.Alone(CmsHash.OidOf(Hash));

    /// <summary>The name of the hash in a multipart/signed (RFC 8551 section 3.5.3.2).</summary>
    public string MessageIntegrityName => Hash.Name![..3].ToLowerInvariant() + "-" + Hash.Name[3..];

    public static SignatureScheme For(X509Certificate2 certificate, SignaturePadding padding)
    {
        if (certificate.PublicKey.Oid.Value == CmsOids.Ed25519)
            return new SignatureScheme(HashAlgorithmName.SHA512, AlgorithmIdentifier.Alone(CmsOids.Ed25519), null);
        using var curve = certificate.GetECDsaPublicKey();
        if (curve is not null)
            return OnCurve(curve.KeySize);
        return padding is SignaturePadding.Pss
            ? new SignatureScheme(HashAlgorithmName.SHA256, new(CmsOids.RsassaPss, new PssParameters(CmsOids.Sha256, CmsOids.Sha256, 32).Encode()), RSASignaturePadding.Pss)
            : new SignatureScheme(HashAlgorithmName.SHA256, AlgorithmIdentifier.WithNull(CmsOids.Rsa), RSASignaturePadding.Pkcs1);
    }

    /// <exception cref="CmsException">The key does not sign.</exception>
    public byte[] Sign(X509Certificate2 certificate, byte[] content)
    {
        try
        {
            if (Algorithm.Oid == CmsOids.Ed25519)
                return EdwardsSignature.Sign(certificate, content);
            return Padding is null ? SignOnCurve(certificate, content) : SignWithRsa(certificate, content);
        }
        catch (CryptographicException exception)
        {
            throw new CmsException(CmsProblem.UnusableKey, exception);
        }
    }

    private static SignatureScheme OnCurve(int bits) => bits switch
    {
        < 384 => new SignatureScheme(HashAlgorithmName.SHA256, AlgorithmIdentifier.Alone(CmsOids.EcdsaWithSha256), null),
        < 512 => new SignatureScheme(HashAlgorithmName.SHA384, AlgorithmIdentifier.Alone(CmsOids.EcdsaWithSha384), null),
        _ => new SignatureScheme(HashAlgorithmName.SHA512, AlgorithmIdentifier.Alone(CmsOids.EcdsaWithSha512), null),
    };

    private byte[] SignOnCurve(X509Certificate2 certificate, byte[] content)
    {
        using var key = OwnKey.EcdsaOf(certificate) ?? throw new CmsException(CmsProblem.UnusableKey);
        return key.SignData(content, Hash, DSASignatureFormat.Rfc3279DerSequence);
    }

    private byte[] SignWithRsa(X509Certificate2 certificate, byte[] content)
    {
        using var key = OwnKey.RsaOf(certificate) ?? throw new CmsException(CmsProblem.UnusableKey);
        return key.SignData(content, Hash, Padding!);
    }
}
