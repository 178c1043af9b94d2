using System.Formats.Asn1;
using System.Security.Cryptography;

namespace BaseComponents.SecureMail.Wire.Cms.Enveloped;

/// <summary>KeyTransRecipientInfo (RFC 5652 section 6.2.1): the content key, encrypted with an RSA key.</summary>
internal static class KeyTransportWriter
{
    public static void Write(AsnWriter writer, CmsTarget target, byte[] contentKey)
    {
        using (writer.PushSequence())
        {
            writer.WriteInteger(0);
            CertificateReference.Write(writer, target.Certificate);
            AlgorithmOf(target.Transport).Write(writer);
            writer.WriteOctetString(RecipientWriter.WithKey(() => Encrypt(target, contentKey)));
        }
    }

    private static AlgorithmIdentifier AlgorithmOf(KeyTransport transport) => transport is KeyTransport.Oaep
        ? new AlgorithmIdentifier(CmsOids.RsaesOaep, OaepParameters.Sha256.Encode())
        : AlgorithmIdentifier.WithNull(CmsOids.Rsa);

    private static byte[] Encrypt(CmsTarget target, byte[] contentKey) => target.Keys.Encrypt(
        target.Certificate, contentKey, target.Transport is KeyTransport.Oaep ? RSAEncryptionPadding.OaepSHA256 : RSAEncryptionPadding.Pkcs1);
}
