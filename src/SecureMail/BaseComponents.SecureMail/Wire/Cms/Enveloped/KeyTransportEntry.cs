using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BaseComponents.SecureMail.Internal.Keys;

namespace BaseComponents.SecureMail.Wire.Cms.Enveloped;

/// <summary>KeyTransRecipientInfo (RFC 5652 section 6.2.1).</summary>
internal sealed record KeyTransportEntry(CertificateReference Reference, AlgorithmIdentifier Algorithm, byte[] EncryptedKey) : RecipientEntry(Reference)
{
    public override string AlgorithmOid => Algorithm.Oid;

    public override byte[]? Unwrap(X509Certificate2 certificate, int keyLength)
    {
        using var rsa = OwnKey.RsaOf(certificate);
        if (rsa is null)
            return null;
        return Algorithm.Oid switch
        {
            CmsOids.Rsa when Algorithm.HasNoParameters => DecryptPkcs1(rsa, keyLength),
            CmsOids.RsaesOaep => DecryptOaep(rsa),
            _ => throw new CmsException(CmsProblem.UnsupportedAlgorithm),
        };
    }

    /// <summary>
    /// Wrong padding must not be seen from outside (RFC 3218): a key of chance then takes the place of the one that is not there, and the content fails
    /// as it does with any wrong key.
    /// </summary>
    private byte[] DecryptPkcs1(RSA rsa, int keyLength)
    {
        var chance = RandomNumberGenerator.GetBytes(keyLength);
        try
        {
            var key = rsa.Decrypt(EncryptedKey, RSAEncryptionPadding.Pkcs1);
            return key.Length == keyLength ? key : chance;
        }
        catch (CryptographicException)
        {
            return chance;
        }
    }

    private byte[]? DecryptOaep(RSA rsa)
    {
        var parameters = OaepParameters.Read(Algorithm.Parameters);
        try
        {
            return OaepDecryption.Decrypt(rsa, parameters, EncryptedKey);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
