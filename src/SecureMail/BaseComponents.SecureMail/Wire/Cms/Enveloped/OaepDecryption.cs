using System.Security.Cryptography;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Encodings;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Security;

namespace BaseComponents.SecureMail.Wire.Cms.Enveloped;

/// <summary>
/// RSAES-OAEP by the framework, which knows one hash for padding and mask and no label. What else there is (RFC 4055 leaves all of it free) is
/// computed by BouncyCastle with blinding, which needs a key that can be exported.
/// </summary>
internal static class OaepDecryption
{
    /// <exception cref="CryptographicException">It is not for this key, or was changed.</exception>
    public static byte[] Decrypt(RSA rsa, OaepParameters parameters, byte[] encrypted) =>
        parameters.Hash == parameters.MaskHash && parameters.Label.IsEmpty && CmsHash.Find(parameters.Hash) is { } hash
            ? rsa.Decrypt(encrypted, RSAEncryptionPadding.CreateOaep(hash))
            : DecryptUnusual(rsa, parameters, encrypted);

    private static byte[] DecryptUnusual(RSA rsa, OaepParameters parameters, byte[] encrypted)
    {
        var oaep = new OaepEncoding(new RsaBlindedEngine(), Digest(parameters.Hash), Digest(parameters.MaskHash), parameters.Label.ToArray());
        try
        {
            oaep.Init(false, DotNetUtilities.GetRsaKeyPair(Export(rsa)).Private);
            return oaep.ProcessBlock(encrypted, 0, encrypted.Length);
        }
        catch (Exception exception) when (exception is CryptoException or ArgumentException)
        {
            throw new CryptographicException("OAEP", exception);
        }
    }

    private static RSAParameters Export(RSA rsa)
    {
        try
        {
            return rsa.ExportParameters(includePrivateParameters: true);
        }
        catch (CryptographicException exception)
        {
            throw new CmsException(CmsProblem.UnsupportedAlgorithm, exception);
        }
    }

    private static IDigest Digest(string oid) => oid switch
    {
        CmsOids.Sha1 or "2.16.840.1.101.3.4.2.4" or CmsOids.Sha256 or CmsOids.Sha384 or CmsOids.Sha512 => DigestUtilities.GetDigest(oid),
        _ => throw new CmsException(CmsProblem.UnsupportedAlgorithm),
    };
}
