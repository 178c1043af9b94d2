using Org.BouncyCastle.Asn1.Cms;
using Org.BouncyCastle.Asn1.Pkcs;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Encodings;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Security;

namespace BaseComponents.Sandbox.Mail.Envelopes;

/// <summary>A content key that was encrypted with the office's RSA key: PKCS#1 v1.5 or OAEP (RFC 8017).</summary>
internal static class TransportedKey
{
    public static byte[]? Open(KeyTransRecipientInfo recipient, OfficeKey key)
    {
        if (!key.IsNamedBy(recipient.RecipientIdentifier.ID as Org.BouncyCastle.Asn1.Cms.IssuerAndSerialNumber) || key.Private is not RsaKeyParameters)
            return null;
        var cipher = CipherOf(recipient.KeyEncryptionAlgorithm);
        cipher.Init(false, key.Private);
        var wrapped = recipient.EncryptedKey.GetOctets();
        return cipher.ProcessBlock(wrapped, 0, wrapped.Length);
    }

    private static IAsymmetricBlockCipher CipherOf(AlgorithmIdentifier algorithm)
    {
        if (!algorithm.Algorithm.Equals(PkcsObjectIdentifiers.IdRsaesOaep))
            return new Pkcs1Encoding(new RsaBlindedEngine());
        var parameters = RsaesOaepParameters.GetInstance(algorithm.Parameters);
        var mask = AlgorithmIdentifier.GetInstance(parameters.MaskGenAlgorithm.Parameters);
        return new OaepEncoding(
            new RsaBlindedEngine(), DigestUtilities.GetDigest(parameters.HashAlgorithm.Algorithm), DigestUtilities.GetDigest(mask.Algorithm), encodingParams: null);
    }
}
