using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace BaseComponents.SecureMail.Wire.Cms.Signed;

/// <summary>How a signature is checked: RSA with or without PSS, ECDSA, or Ed25519. Of other algorithms nothing can be said, least of all that the mail was changed.</summary>
internal sealed record VerificationScheme(HashAlgorithmName Hash, SignatureKind Kind, PssParameters? Pss)
{
    /// <summary>Null where the algorithm is not accepted, or does not go with the hash of the content.</summary>
    public static VerificationScheme? Find(AlgorithmIdentifier algorithm, string digest)
    {
        if (!CmsHash.IsGood(digest) || CmsHash.Find(digest) is not { } hash)
            return null;
        return (algorithm.Oid, digest) switch
        {
            (CmsOids.Rsa, _) or (CmsOids.RsaWithSha256, CmsOids.Sha256) or (CmsOids.RsaWithSha384, CmsOids.Sha384) or (CmsOids.RsaWithSha512, CmsOids.Sha512)
                when algorithm.HasNoParameters => new VerificationScheme(hash, SignatureKind.Rsa, null),
            (CmsOids.EcdsaWithSha256, CmsOids.Sha256) or (CmsOids.EcdsaWithSha384, CmsOids.Sha384) or (CmsOids.EcdsaWithSha512, CmsOids.Sha512)
                when algorithm.HasNoParameters => new VerificationScheme(hash, SignatureKind.Ecdsa, null),
            // RFC 8419 section 3.1: with signed attributes the hash is SHA-512, and the parameters are absent.
            (CmsOids.Ed25519, CmsOids.Sha512) when algorithm.Parameters.IsEmpty => new VerificationScheme(hash, SignatureKind.Edwards, null),
            (CmsOids.RsassaPss, _) => FindPss(algorithm, digest, hash),
            _ => null,
        };
    }

    /// <summary>Whether a hash is all that the check needs. Ed25519 signs the data itself, twice over.</summary>
    public bool NeedsHashOnly => Kind is not SignatureKind.Edwards;

    public bool VerifyData(X509Certificate2 certificate, byte[] data, byte[] signature) => NeedsHashOnly
        ? VerifyHash(certificate, CryptographicOperations.HashData(Hash, data), signature)
        : EdwardsSignature.Verify(certificate, data, signature);

    public bool VerifyHash(X509Certificate2 certificate, byte[] hash, byte[] signature)
    {
        try
        {
            return Kind is SignatureKind.Ecdsa ? VerifyOnCurve(certificate, hash, signature) : VerifyWithRsa(certificate, hash, signature);
        }
        catch (CryptographicException)
        {
            // The key in a stranger's certificate is no key.
            return false;
        }
    }

    // RFC 4056 section 3: the hash of the signature is that of the content.
    private static VerificationScheme? FindPss(AlgorithmIdentifier algorithm, string digest, HashAlgorithmName hash)
    {
        try
        {
            var pss = PssParameters.Read(algorithm.Parameters);
            return pss.Hash == digest && CmsHash.IsGood(pss.MaskHash) ? new VerificationScheme(hash, SignatureKind.Rsa, pss) : null;
        }
        catch (CmsException exception) when (exception.Problem is CmsProblem.UnsupportedAlgorithm)
        {
            return null;
        }
    }

    private static bool VerifyOnCurve(X509Certificate2 certificate, byte[] hash, byte[] signature)
    {
        using var key = certificate.GetECDsaPublicKey();
        return key?.VerifyHash(hash, signature, DSASignatureFormat.Rfc3279DerSequence) is true;
    }

    private bool VerifyWithRsa(X509Certificate2 certificate, byte[] hash, byte[] signature)
    {
        using var key = certificate.GetRSAPublicKey();
        if (key is null)
            return false;
        if (Pss is null)
            return key.VerifyHash(hash, signature, Hash, RSASignaturePadding.Pkcs1);
        return Pss.MaskHash == Pss.Hash && Pss.SaltLength == hash.Length
            ? key.VerifyHash(hash, signature, Hash, RSASignaturePadding.Pss)
            : UnusualPss.Verify(key, Pss, hash, signature);
    }
}

internal enum SignatureKind
{
    Rsa,
    Ecdsa,
    Edwards,
}
