using System.Security.Cryptography.X509Certificates;
using BaseComponents.SecureMail.Internal.Keys;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;

namespace BaseComponents.SecureMail.Wire.Cms.Signed;

/// <summary>Ed25519 (RFC 8032), over the signed attributes themselves and not over their hash (RFC 8419 section 3.1). The platform does not have it.</summary>
internal static class EdwardsSignature
{
    private const int KeyLength = 32;
    private const int Length = 64;

    public static bool Verify(X509Certificate2 certificate, byte[] data, byte[] signature)
    {
        if (certificate.PublicKey is not { Oid.Value: CmsOids.Ed25519, EncodedKeyValue.RawData: { Length: KeyLength } key } || signature.Length != Length)
            return false;
        try
        {
            var verifier = new Ed25519Signer();
            verifier.Init(false, new Ed25519PublicKeyParameters(key));
            verifier.BlockUpdate(data, 0, data.Length);
            return verifier.VerifySignature(signature);
        }
        catch (ArgumentException)
        {
            // The key in a stranger's certificate is no point on the curve.
            return false;
        }
    }

    /// <exception cref="CmsException">There is no such key.</exception>
    public static byte[] Sign(X509Certificate2 certificate, byte[] data)
    {
        var signer = new Ed25519Signer();
        signer.Init(true, OwnKey.EdwardsOf<Ed25519PrivateKeyParameters>(certificate) ?? throw new CmsException(CmsProblem.UnusableKey));
        signer.BlockUpdate(data, 0, data.Length);
        return signer.GenerateSignature();
    }
}
