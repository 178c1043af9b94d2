using System.Security.Cryptography;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Signers;
using Org.BouncyCastle.Security;

namespace BaseComponents.SecureMail.Wire.Cms.Signed;

/// <summary>
/// RSASSA-PSS with a salt that is not as long as the hash, or with another hash for the mask: the framework does not verify these, and openssl writes the
/// longest possible salt unless told otherwise. Only the public key is used.
/// </summary>
internal static class UnusualPss
{
    // Larger ones are nobody's key, and computing with them would cost seconds.
    private const int MaxModulus = 1024;
    private const int MaxExponent = 8;

    public static bool Verify(RSA key, PssParameters pss, byte[] hash, byte[] signature)
    {
        var numbers = key.ExportParameters(includePrivateParameters: false);
        if (numbers.Modulus!.Length > MaxModulus || numbers.Exponent!.Length > MaxExponent)
            return false;
        try
        {
            var signer = PssSigner.CreateRawSigner(new RsaBlindedEngine(), DigestUtilities.GetDigest(pss.Hash), DigestUtilities.GetDigest(pss.MaskHash), pss.SaltLength, PssSigner.TrailerImplicit);
            signer.Init(false, DotNetUtilities.GetRsaPublicKey(numbers));
            signer.BlockUpdate(hash, 0, hash.Length);
            return signer.VerifySignature(signature);
        }
        catch (Exception exception) when (exception is ArgumentException or CryptoException)
        {
            // A modulus that can be divided by a small number, a salt that has no room in it, or a signature larger than the modulus.
            return false;
        }
    }
}
